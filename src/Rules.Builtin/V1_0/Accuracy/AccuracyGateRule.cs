using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>The scores of every point with accuracy results reach the targets of the model (policy §4.3).</summary>
/// <remarks>A target whose metric is not reported is not asked for. A score that is not a number passes; both are as the reference judges.</remarks>
public sealed class AccuracyGateRule(AccuracyTargets targets, AgenticTargets agenticTargets) : ComplianceRule<Curve>
{
    private static readonly Outcome NoTargets = Outcome.Warning(
        key: "no-thresholds",
        spec: "§15",
        message: "there are no accuracy targets for the model {model}, so its accuracy is not judged",
        fix: "Name the model's folder as the policy spells the model; if the name is right, a reviewer has to judge the accuracy.");

    private static readonly Outcome Unnamed = Outcome.Warning(
        key: "warn-2",
        spec: "§15",
        message: "the score at concurrency {concurrency} has no name and is taken for {only_metric}, the only metric with a target",
        fix: "Report the score under its metric's name: an object with the member {only_metric}.");

    private static readonly Outcome TooLow = Outcome.Error(
        key: "fail",
        spec: "§15",
        message: "{matched_key} at concurrency {concurrency} is {score}, below the target of {lower}",
        fix: "Find out what costs accuracy at this point, and measure it again.");

    private static readonly Outcome TooHigh = Outcome.Error(
        key: "fail-2",
        spec: "§15",
        message: "{matched_key} at concurrency {concurrency} is {score}, above the limit of {upper}",
        fix: "Check output limits and stop conditions against the reference implementation, and measure again.");

    private static readonly Outcome Reached = Outcome.Pass(
        key: "pass", spec: "§15", message: "{matched_key} at concurrency {concurrency} is {score} (required: {bound})");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-gate", title: "Accuracy gate", specs: [SpecRevision.V1_0], outcomes: [NoTargets, Unnamed, TooLow, TooHigh, Reached], order: 800);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var accuracy = CurveAccuracy.Of(curve, targets, agenticTargets);
        if (accuracy.ReportedPath is not { } path)
        {
            return [NotApplicable(curve, SingleTurn.NoAccuracy)];
        }

        if (accuracy.AgenticModel is not null)
        {
            return [NotApplicable(curve, SingleTurn.Agentic)];
        }

        return accuracy.SingleTurnModel is { } model
            ? accuracy.Points.SelectMany(point => Check(point, model, path))
            : [NoTargets.At(curve.Path, ("model", curve.ModelName))];
    }

    private static IEnumerable<RuleResult> Check(PointAccuracy point, AccuracyModel model, SubmissionPath path)
    {
        var scores = MeanScore.Of(point.Results);
        var unnamed = scores is [{ First.IsUnnamed: true }] && model.Targets is [_];
        if (unnamed)
        {
            yield return Unnamed.At(point.At(path, scores[0].First), ("concurrency", point.Concurrency), ("only_metric", model.Targets[0].Metric));
        }

        foreach (var target in model.Targets)
        {
            foreach (var score in scores)
            {
                if (unnamed || string.Equals(score.Name.ToLowerInvariant(), target.Metric, StringComparison.Ordinal))
                {
                    yield return Judge(point, score, target, path);
                    break;
                }
            }
        }
    }

    private static RuleResult Judge(PointAccuracy point, MeanScore score, AccuracyTarget target, SubmissionPath path)
    {
        // What lies from 0 to 1 is taken for a fraction, whatever the metric.
        var value = score.Value is >= 0 and <= 1 && target.Lower > 1 ? score.Value * 100 : score.Value;
        var outcome = value < target.Lower ? TooLow : value > target.Upper ? TooHigh : Reached;
        return outcome.At(
            point.At(path, score.First), ("concurrency", point.Concurrency), ("matched_key", score.Name), ("score", value), ("lower", target.Lower),
            ("upper", target.Upper ?? double.PositiveInfinity), ("bound", Bound(target)));
    }

    private static string Bound(AccuracyTarget target) => target.Upper is { } upper
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{target.Lower} to {upper}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"at least {target.Lower}");
}
