using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

/// <summary>A stored throughput per user agrees with the derived system throughput over the concurrency (policy §4.1 of v0.7).</summary>
/// <remarks>A stored system throughput does not matter here. Without a positive concurrency there is no user to divide by.</remarks>
public sealed class MetricConsistencyTpsPerUserRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome NoUsers = Outcome.Error(
        key: "fail-2",
        spec: "#9.1",
        message: "the throughput per user cannot be derived at concurrency {concurrency}, at least 1 is expected",
        fix: "State the concurrency at which the point was measured.");

    private static readonly Outcome Off = Outcome.Error(
        key: "fail",
        spec: "#9.1",
        message: "tps_per_user is stored as {stored}, but {system_tps} tokens/s over concurrency {concurrency} give {derived} ({difference}, at most {tolerance:0.##%} is allowed)",
        fix: "Leave tps_per_user out, or store the system throughput divided by the concurrency.");

    private static readonly Outcome Agrees = Outcome.Pass(key: "pass", spec: "#9.1", message: "one of {concurrency} users sees {derived} tokens/s");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-tps-per-user", title: "Metric consistency TPS per user", specs: [SpecRevision.V0_7], outcomes: [NoUsers, Off, Agrees], order: 290);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        if (point.Summary.SystemTps is not { } systemTps)
        {
            yield return NotApplicable(point, "the token count is not finite");
        }
        else if (point.Concurrency.Sign <= 0)
        {
            yield return NoUsers.At(point.InConfig("concurrency").ReportedAt(point.SummaryPath), ("concurrency", point.Concurrency));
        }
        else
        {
            var derived = systemTps / NodeValues.ToDouble(point.Concurrency);
            var stored = StoredFigure.Of(point.Summary.StoredTpsPerUser);
            yield return stored.Agrees(derived)
                ? Agrees.At(point.SummaryPath, ("concurrency", point.Concurrency), ("derived", derived))
                : Off.At(
                    point.InSummary("tps_per_user"), ("stored", stored.ToString()), ("system_tps", systemTps), ("concurrency", point.Concurrency), ("derived", derived),
                    ("difference", stored.Difference(derived)), ("tolerance", StoredFigure.Tolerance));
        }
    }
}
