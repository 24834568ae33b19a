using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

/// <summary>A stored throughput per user agrees with the one that follows from the time per output token (policy §9.1).</summary>
/// <remarks>Where nothing is stored the derived figure counts, and the rule is met.</remarks>
public sealed class MetricConsistencyTpsPerUserRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome Off = Outcome.Error(
        key: "fail",
        spec: "§9.1",
        message: "tps_per_user is stored as {stored}, but 1000 / tpot P90 gives {derived} tokens/s ({difference}, at most {tolerance:0.##%} is allowed)",
        fix: "Leave tps_per_user out, or store 1000 divided by the 90th percentile of tpot in milliseconds.");

    private static readonly Outcome Agrees = Outcome.Pass(key: "pass", spec: "§9.1", message: "one user sees {derived} tokens/s (tpot P90 {p90} ms)");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-tps-per-user", title: "Metric consistency TPS per user", specs: [SpecRevision.V1_0], outcomes: [Off, Agrees], order: 480);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        if (point.Config.IsDedicatedOffline)
        {
            yield return NotApplicable(point, "a dedicated Offline run has no users to speak of");
        }
        else if (TpotP90.TpsPerUser(point.Summary) is not { } derived)
        {
            yield return NotApplicable(point, "the 90th percentile of tpot is missing or unusable");
        }
        else
        {
            var stored = StoredFigure.Of(point.Summary.StoredTpsPerUser);
            yield return stored.Agrees(derived)
                ? Agrees.At(point.SummaryPath, ("derived", derived), ("p90", point.Summary.TpotP90Ms ?? double.NaN))
                : Off.At(point.InSummary("tps_per_user"), ("stored", stored.ToString()), ("derived", derived), ("difference", stored.Difference(derived)), ("tolerance", StoredFigure.Tolerance));
        }
    }
}
