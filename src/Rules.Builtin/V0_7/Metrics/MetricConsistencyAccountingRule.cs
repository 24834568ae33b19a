using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

/// <summary>Every query that was issued completed or failed (policy §9.1). A summary that counts none as issued is not judged.</summary>
public sealed class MetricConsistencyAccountingRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome DoNotAddUp = Outcome.Error(
        key: "fail",
        spec: "#14",
        message: "{completed} completed and {failed} failed queries are {accounted}, but {issued} were issued",
        fix: "Take all three counts from one run; if queries were lost, find out why and measure the point again.");

    private static readonly Outcome AddUp = Outcome.Pass(key: "pass", spec: "#14", message: "all {issued} issued queries are accounted for");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-accounting", title: "Metric consistency accounting", specs: [SpecRevision.V0_7], outcomes: [DoNotAddUp, AddUp], order: 260);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        var summary = point.Summary;
        var accounted = summary.SamplesCompleted + summary.SamplesFailed;
        yield return summary.SamplesIssued.Sign <= 0 ? NotApplicable(point, "the summary counts no issued queries")
            : accounted == summary.SamplesIssued ? AddUp.At(point.SummaryPath, ("issued", summary.SamplesIssued))
            : DoNotAddUp.At(
                point.InSummary("n_samples_issued"), ("completed", summary.SamplesCompleted), ("failed", summary.SamplesFailed), ("accounted", accounted), ("issued", summary.SamplesIssued));
    }
}
