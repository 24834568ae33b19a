using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

/// <summary>A run took time (policy §9.1). A duration that is not a number passes, as it does for the reference.</summary>
public sealed class MetricConsistencyDurationRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome NotPositive = Outcome.Error(
        key: "fail",
        spec: "#14",
        message: "duration_ns is {duration_ns}, expected more than 0 nanoseconds",
        fix: "Take the result summary from the run itself; a summary without a duration is one of a run that did not finish.");

    private static readonly Outcome Positive = Outcome.Pass(key: "pass", spec: "#14", message: "the run lasts {duration_ns} nanoseconds");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-duration", title: "Metric consistency duration", specs: [SpecRevision.V0_7], outcomes: [NotPositive, Positive], order: 250);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        var durationNs = point.Summary.DurationNs;
        yield return durationNs <= 0 ? NotPositive.At(point.InSummary("duration_ns"), ("duration_ns", durationNs)) : Positive.At(point.SummaryPath, ("duration_ns", durationNs));
    }
}
