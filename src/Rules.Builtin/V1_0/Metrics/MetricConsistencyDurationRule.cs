using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

/// <summary>A run took time (policy §9.1): every throughput is a count divided by it.</summary>
public sealed class MetricConsistencyDurationRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome NotPositive = Outcome.Error(
        key: "fail",
        spec: "§14",
        message: "duration_ns is {duration_ns}, a run of more than 0 ns is expected",
        fix: "Copy duration_ns from the benchmark's own report; where that has none, the run was not timed and has to be repeated.");

    private static readonly Outcome Positive = Outcome.Pass(key: "pass", spec: "§14", message: "the run took {duration_ns} ns");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-duration", title: "Metric consistency duration", specs: [SpecRevision.V1_0], outcomes: [NotPositive, Positive], order: 430);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        // Written so that a length that is not a number passes, as it does for the reference.
        var durationNs = point.Summary.DurationNs;
        yield return durationNs <= 0
            ? NotPositive.At(point.InSummary("duration_ns"), ("duration_ns", durationNs))
            : Positive.At(point.SummaryPath, ("duration_ns", durationNs));
    }
}
