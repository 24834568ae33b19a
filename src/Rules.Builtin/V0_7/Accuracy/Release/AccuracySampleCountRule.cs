using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Release;

/// <summary>An accuracy run scored as many samples as its model's data set has (policy §6.6). A data set without a usable count is not judged.</summary>
public sealed class AccuracySampleCountRule(AccuracyThresholds thresholds) : ComplianceRule<Curve>
{
    private static readonly Outcome TooFew = Outcome.Error(
        key: "fail",
        spec: "#15",
        message: "{count} samples of {dataset} were scored, at least {minimum} are required for model {model}",
        fix: "Run the accuracy test over the whole data set.");

    private static readonly Outcome Infinite = Outcome.Error(
        key: "not-finite",
        spec: "#15",
        message: "num_samples of {dataset} is {count}, expected a finite number of samples",
        fix: "State how many samples of {dataset} the accuracy run scored.");

    private static readonly Outcome Enough = Outcome.Pass(
        key: "pass", spec: "#15", message: "{count} samples of {dataset} were scored, at least {minimum} are required for model {model}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-sample-count", title: "Accuracy sample count", specs: [SpecRevision.V0_7Release], outcomes: [TooFew, Infinite, Enough], order: 420);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve.JudgedAccuracy is not { Value: { } accuracy, Document: var document })
        {
            yield return NotApplicable(curve, "there is no valid accuracy file");
            yield break;
        }

        var known = thresholds.For(curve.ModelName);
        var isJudged = false;
        foreach (var sampled in accuracy.SampleCounts)
        {
            if (sampled.Count is not { } count)
            {
                isJudged = true;
                yield return Infinite.At(Place.In(document, sampled.Node, sampled.Pointer), ("dataset", sampled.Dataset), ("count", sampled.Node.ToString()));
            }
            else if (known is not null)
            {
                isJudged = true;
                yield return count < known.Samples
                    ? TooFew.At(
                        Place.In(document, sampled.Node, sampled.Pointer), ("count", count), ("dataset", sampled.Dataset), ("minimum", known.Samples), ("model", curve.ModelName))
                    : Enough.At(document.Path, ("count", count), ("dataset", sampled.Dataset), ("minimum", known.Samples), ("model", curve.ModelName));
            }
        }

        if (!isJudged)
        {
            yield return NotApplicable(curve, known is null ? "no thresholds are known for the model" : "no data set states how many samples were scored");
        }
    }
}
