using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

/// <summary>A stored system throughput agrees with the one that follows from output tokens and run length (policy §9.1).</summary>
/// <remarks>Where nothing is stored the derived figure counts, and the rule is met. Dedicated Offline runs are judged too.</remarks>
public sealed class MetricConsistencySystemTpsRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome Off = Outcome.Error(
        key: "fail",
        spec: "§9.1",
        message: "system_tps is stored as {stored}, but output tokens over run length give {derived} tokens/s ({difference}, at most {tolerance:0.##%} is allowed)",
        fix: "Leave system_tps out, or store output_sequence_lengths.total divided by the length of the run in seconds.");

    private static readonly Outcome Agrees = Outcome.Pass(
        key: "pass", spec: "§9.1", message: "the system delivers {derived} tokens/s ({total_output_tokens} tokens in {elapsed_duration_seconds} s)");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-system-tps", title: "Metric consistency system TPS", specs: [SpecRevision.V1_0], outcomes: [Off, Agrees], order: 460);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        if (point.Summary is not { SystemTps: { } derived, OutputTokens: { } tokens })
        {
            yield return NotApplicable(point, "the token count is not finite");
            yield break;
        }

        var stored = StoredFigure.Of(point.Summary.StoredSystemTps);
        yield return stored.Agrees(derived)
            ? Agrees.At(point.SummaryPath, ("derived", derived), ("total_output_tokens", tokens), ("elapsed_duration_seconds", point.Summary.ElapsedS))
            : Off.At(point.InSummary("system_tps"), ("stored", stored.ToString()), ("derived", derived), ("difference", stored.Difference(derived)), ("tolerance", StoredFigure.Tolerance));
    }
}
