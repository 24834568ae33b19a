using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

/// <summary>A stored system throughput agrees with the one that follows from tokens and duration (policy §4.1). Where nothing is stored the derived figure counts.</summary>
public sealed class MetricConsistencySystemTpsRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome Off = Outcome.Error(
        key: "fail",
        spec: "#9.1",
        message: "system_tps is stored as {stored}, but {tokens} tokens in {elapsed_s} s give {derived} tokens/s ({difference}, at most {tolerance:0.##%} is allowed)",
        fix: "Leave system_tps out, or store output_sequence_lengths.total divided by the duration in seconds.");

    private static readonly Outcome Agrees = Outcome.Pass(key: "pass", spec: "#9.1", message: "the system throughput is {derived} tokens/s");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-system-tps", title: "Metric consistency system TPS", specs: [SpecRevision.V0_7], outcomes: [Off, Agrees], order: 280);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        var summary = point.Summary;
        if (summary is not { SystemTps: { } derived, OutputTokens: { } tokens })
        {
            yield return NotApplicable(point, "the token count is not finite");
            yield break;
        }

        var stored = StoredFigure.Of(summary.StoredSystemTps);
        yield return stored.Agrees(derived)
            ? Agrees.At(point.SummaryPath, ("derived", derived))
            : Off.At(
                point.InSummary("system_tps"), ("stored", stored.ToString()), ("tokens", tokens), ("elapsed_s", summary.ElapsedS), ("derived", derived),
                ("difference", stored.Difference(derived)), ("tolerance", StoredFigure.Tolerance));
    }
}
