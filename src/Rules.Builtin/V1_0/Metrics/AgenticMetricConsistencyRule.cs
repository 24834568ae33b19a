using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

/// <summary>A stored end-to-end interactivity agrees with the one that follows from tokens and turn times (policy §4.1).</summary>
/// <remarks>Judges every point that stores or could store the figure, agentic or not.</remarks>
public sealed class AgenticMetricConsistencyRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome NotDerivable = Outcome.Error(
        key: "fail",
        spec: "§4.1",
        message: "e2e_avg_interactivity is stored as {stored}, but the sums to derive it from are missing or not positive",
        fix: "State output_tokens_per_turn_total and e2e_turn_time_seconds_total beside it, or leave the figure out.");

    private static readonly Outcome Off = Outcome.Error(
        key: "fail-2",
        spec: "§4.1",
        message: "e2e_avg_interactivity is stored as {stored}, but tokens over turn time give {derived} tokens/s ({difference}, at most {tolerance:0.##%} is allowed)",
        fix: "Store output_tokens_per_turn_total divided by e2e_turn_time_seconds_total, or leave the figure out.");

    private static readonly Outcome Agrees = Outcome.Pass(key: "pass", spec: "§4.1", message: "end-to-end interactivity is {derived} tokens/s");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "agentic-metric-consistency", title: "Agentic metric consistency", specs: [SpecRevision.V1_0], outcomes: [NotDerivable, Off, Agrees], order: 490);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        var summary = point.Summary;
        var stored = StoredFigure.Of(summary.StoredE2EAvgInteractivity);
        if (summary is { OutputTokens: null, DerivesInteractivityFromTotals: true })
        {
            yield return NotApplicable(point, "the token count is not finite");
        }
        else if (summary.E2EAvgInteractivity is { } derived)
        {
            yield return stored.Agrees(derived)
                ? Agrees.At(point.SummaryPath, ("derived", derived))
                : Off.At(point.InSummary("e2e_avg_interactivity"), ("stored", stored.ToString()), ("derived", derived), ("difference", stored.Difference(derived)), ("tolerance", StoredFigure.Tolerance));
        }
        else
        {
            yield return stored.IsStored
                ? NotDerivable.At(point.InSummary("e2e_avg_interactivity"), ("stored", stored.ToString()))
                : NotApplicable(point, "the figure is neither stored nor derivable");
        }
    }
}
