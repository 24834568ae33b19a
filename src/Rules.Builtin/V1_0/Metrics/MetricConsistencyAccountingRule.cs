using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

/// <summary>Every query that a run issued either completed or failed (policy §9.1).</summary>
/// <remarks>A summary that does not say how many it issued is not judged.</remarks>
public sealed class MetricConsistencyAccountingRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome Differs = Outcome.Error(
        key: "fail",
        spec: "§14",
        message: "{n_samples_completed} queries completed and {n_samples_failed} failed, {accounted} together, but {n_samples_issued} were issued",
        fix: "Find out where queries were lost or counted twice and measure the point again. The benchmark counts a failed query as completed too, so a run with failures breaks this equation by itself.");

    private static readonly Outcome Balanced = Outcome.Pass(key: "pass", spec: "§14", message: "all {n_samples_issued} queries that were issued completed or failed");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-accounting", title: "Metric consistency accounting", specs: [SpecRevision.V1_0], outcomes: [Differs, Balanced], order: 440);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        var (issued, completed, failed) = (point.Summary.SamplesIssued, point.Summary.SamplesCompleted, point.Summary.SamplesFailed);
        if (issued.Sign <= 0)
        {
            yield return NotApplicable(point, "the summary does not say how many queries were issued");
            yield break;
        }

        yield return completed + failed != issued
            ? Differs.At(
                point.InSummary("n_samples_issued"),
                ("n_samples_completed", completed), ("n_samples_failed", failed), ("accounted", completed + failed), ("n_samples_issued", issued))
            : Balanced.At(point.SummaryPath, ("n_samples_issued", issued));
    }
}
