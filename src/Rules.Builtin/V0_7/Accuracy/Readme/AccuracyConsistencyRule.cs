using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Readme;

/// <summary>An accuracy file says that it passed exactly where its score reaches its own target (policy §6.6).</summary>
public sealed class AccuracyConsistencyRule : ComplianceRule<Curve>
{
    private static readonly Outcome Contradicts = Outcome.Error(
        key: "fail",
        spec: "#15",
        message: "passed is {passed}, but {metric} {score} against the target {target} means {expected}",
        fix: "Set passed to {expected}, or correct score and quality_target; the verdict on accuracy follows once they agree.");

    private static readonly Outcome Agrees = Outcome.Pass(key: "pass", spec: "#15", message: "passed agrees with {metric} {score} against the target {target}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-consistency", title: "Accuracy consistency", specs: [SpecRevision.V0_7Readme], outcomes: [Contradicts, Agrees], order: 320);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve.DeclaredAccuracy is not { Value: { } accuracy, Document: var document })
        {
            yield return NotApplicable(curve, "there is no valid accuracy file");
        }
        else if (accuracy.Passed == accuracy.ReachesTarget)
        {
            yield return Agrees.At(document.Path, ("metric", accuracy.Metric), ("score", accuracy.Score), ("target", accuracy.QualityTarget));
        }
        else
        {
            yield return Contradicts.At(
                Place.Member(document, "passed"), ("passed", Word(accuracy.Passed)), ("metric", accuracy.Metric), ("score", accuracy.Score), ("target", accuracy.QualityTarget),
                ("expected", Word(accuracy.ReachesTarget)));
        }
    }

    private static string Word(bool value) => value ? "true" : "false";
}
