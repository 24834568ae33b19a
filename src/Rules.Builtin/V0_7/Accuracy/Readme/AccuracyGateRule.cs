using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Readme;

/// <summary>The accuracy run passed, by its own word (policy §6.6). A word that contradicts score and target is not judged: it has a finding of its own.</summary>
public sealed class AccuracyGateRule : ComplianceRule<Curve>
{
    private static readonly Outcome Failed = Outcome.Error(
        key: "fail",
        spec: "#15",
        message: "the model does not reach its accuracy: {metric} is {score}, at least {target} is expected",
        fix: "Find out what costs accuracy (precision, truncation, chat template), mend it and run performance and accuracy again.");

    private static readonly Outcome Passed = Outcome.Pass(key: "pass", spec: "#15", message: "the model reaches its accuracy: {metric} is {score}, at least {target} is expected");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-gate", title: "Accuracy gate", specs: [SpecRevision.V0_7Readme], outcomes: [Failed, Passed], order: 430);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve.DeclaredAccuracy is not { Value: { } accuracy, Document: var document })
        {
            yield return NotApplicable(curve, "there is no valid accuracy file");
        }
        else if (accuracy.Passed != accuracy.ReachesTarget)
        {
            yield return NotApplicable(curve, "the accuracy file contradicts itself");
        }
        else
        {
            yield return accuracy.Passed
                ? Passed.At(document.Path, ("metric", accuracy.Metric), ("score", accuracy.Score), ("target", accuracy.QualityTarget))
                : Failed.At(Place.Member(document, "score"), ("metric", accuracy.Metric), ("score", accuracy.Score), ("target", accuracy.QualityTarget));
        }
    }
}
