using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Release;

/// <summary>The scores of a curve's accuracy run lie within the bounds of its model (policy §6.6), which is recognised by the folder's name.</summary>
/// <remarks>A metric that the file does not score is not judged. Bounds are inclusive; a score that is not a number passes, as it does for the reference.</remarks>
public sealed class AccuracyGateRule(AccuracyThresholds thresholds) : ComplianceRule<Curve>
{
    private static readonly Outcome NoThresholds = Outcome.Warning(
        key: "no-thresholds",
        spec: "#15",
        message: "no accuracy thresholds are known for model {model}, so its scores are not judged; known are {known}",
        fix: "Name the folder so that the model can be recognised, or have the scores reviewed by hand.");

    private static readonly Outcome TooLow = Outcome.Error(
        key: "fail",
        spec: "#15",
        message: "{metric} of model {model} is {score}, at least {lower} is required",
        fix: "Find out what costs accuracy (precision, truncation, chat template), mend it and run performance and accuracy again.");

    private static readonly Outcome TooHigh = Outcome.Error(
        key: "fail-2",
        spec: "#15",
        message: "{metric} of model {model} is {score}, at most {upper} is allowed",
        fix: "Find out why answers are longer than the reference's (stop tokens, length limits, chat template), mend it and run performance and accuracy again.");

    private static readonly Outcome Unusable = Outcome.Error(
        key: "not-finite",
        spec: "#15",
        message: "{metric} is {score}, an integer beyond all measured numbers",
        fix: "State the score of {metric} as the accuracy run gave it.");

    private static readonly Outcome Within = Outcome.Pass(key: "pass", spec: "#15", message: "{metric} of model {model} is {score}, at least {lower} is required");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-gate", title: "Accuracy gate", specs: [SpecRevision.V0_7Release], outcomes: [NoThresholds, TooLow, TooHigh, Unusable, Within], order: 430);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve.JudgedAccuracy is not { Value: { } accuracy, Document: var document })
        {
            yield return NotApplicable(curve, "there is no valid accuracy file");
            yield break;
        }

        foreach (var score in accuracy.UnusableScores)
        {
            yield return Unusable.At(Place.In(document, score.Node, score.Pointer), ("metric", score.Metric), ("score", score.Node.ToString()));
        }

        if (thresholds.For(curve.ModelName) is not { } model)
        {
            yield return NoThresholds.At(document.Path, ("model", curve.ModelName), ("known", thresholds.Known));
            yield break;
        }

        foreach (var threshold in model.Metrics)
        {
            if (Find(accuracy, threshold.Metric) is { } score)
            {
                yield return score.Value < threshold.Lower
                        ? TooLow.At(Place.In(document, score.Node, score.Pointer), ("metric", score.Metric), ("model", curve.ModelName), ("score", score.Value), ("lower", threshold.Lower))
                    : score.Value > threshold.Upper
                        ? TooHigh.At(Place.In(document, score.Node, score.Pointer), ("metric", score.Metric), ("model", curve.ModelName), ("score", score.Value), ("upper", threshold.Upper ?? 0))
                    : Within.At(document.Path, ("metric", score.Metric), ("model", curve.ModelName), ("score", score.Value), ("lower", threshold.Lower));
            }
        }
    }

    private static MetricScore? Find(MeasuredAccuracy accuracy, string metric)
    {
        foreach (var score in accuracy.Scores)
        {
            if (string.Equals(score.Metric.ToLowerInvariant(), metric, StringComparison.Ordinal))
            {
                return score;
            }
        }

        return null;
    }
}
