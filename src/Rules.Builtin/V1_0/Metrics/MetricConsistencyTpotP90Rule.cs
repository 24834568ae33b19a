using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

/// <summary>A point states a usable 90th percentile of its time per output token (policy §9.1); a dedicated Offline run need not.</summary>
public sealed class MetricConsistencyTpotP90Rule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome Missing = Outcome.Error(
        key: "fail",
        spec: "§9.1",
        message: "tpot states no 90th percentile, so the throughput per user cannot be derived",
        fix: "Measure with streaming, so that times per output token are recorded, and keep percentile 90 in tpot.percentiles.");

    private static readonly Outcome Unusable = Outcome.Error(
        key: "fail-2",
        spec: "§9.1",
        message: "the 90th percentile of tpot is {p90} ms, expected a positive finite number",
        fix: "Look for what went wrong with the recording of output tokens and measure the point again.");

    private static readonly Outcome Usable = Outcome.Pass(key: "pass", spec: "§9.1", message: "the 90th percentile of tpot is {p90} ms");
    private static readonly Outcome Exempt = Outcome.Pass(key: "exempt", spec: "§9.1", message: "a dedicated Offline run need not state its time per output token");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-tpot-p90", title: "Metric consistency TPOT p90", specs: [SpecRevision.V1_0],
        outcomes: [Missing, Unusable, Usable, Exempt], order: 470);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        if (point.Config.IsDedicatedOffline)
        {
            yield return Exempt.At(point.SummaryPath);
        }
        else if (point.Summary.TpotP90Ms is not { } p90Ms)
        {
            yield return Missing.At(point.InSummary("tpot", "percentiles"));
        }
        else
        {
            yield return TpotP90.IsUsable(p90Ms)
                ? Usable.At(point.SummaryPath, ("p90", p90Ms))
                : Unusable.At(point.InSummary("tpot", "percentiles"), ("p90", p90Ms));
        }
    }
}
