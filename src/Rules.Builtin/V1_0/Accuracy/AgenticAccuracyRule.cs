using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>The model of an agentic curve is one for which agentic accuracy thresholds are published (policy §3.2).</summary>
/// <remarks>There is no pass: the thresholds speak for themselves in the rules that judge by them.</remarks>
public sealed class AgenticAccuracyRule(AgenticTargets targets) : ComplianceRule<Curve>
{
    private static readonly Outcome Unknown = Outcome.Warning(
        key: "warn",
        spec: "§3.2",
        message: "the curve is agentic, but {model_dir_name} is no model with agentic accuracy thresholds, so only single-turn targets can apply",
        fix: "Name the model's folder as the policy spells the model; if the model is new, agree on its thresholds with the working group.");

    private static readonly Outcome Unpublished = Outcome.Warning(
        key: "warn-2",
        spec: "§3.2",
        message: "no agentic accuracy thresholds are published for {targets_name}, so its accuracy is not judged",
        fix: "Check again with the thresholds once they are published.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "agentic-accuracy", title: "Agentic accuracy", specs: [SpecRevision.V1_0], outcomes: [Unknown, Unpublished], order: 750);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (!curve.IsAgentic)
        {
            yield return NotApplicable(curve, AgenticScores.NotAgentic);
        }
        else if (targets.For(curve.ModelName) is not { } model)
        {
            yield return Unknown.At(curve.Path, ("model_dir_name", curve.ModelName));
        }
        else if (model.Thresholds is null)
        {
            yield return Unpublished.At(curve.Path, ("targets_name", model.Name));
        }
    }
}
