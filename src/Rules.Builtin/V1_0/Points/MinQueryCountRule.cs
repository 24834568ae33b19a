using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A run completes at least one pass over its dataset (policy §6.4), Offline runs included.</summary>
public sealed class MinQueryCountRule(QueryCounts counts) : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome TooFew = Outcome.Error(
        key: "fail",
        spec: "§12",
        message: "{completed} queries over {dataset} completed, at least {min_queries} are required",
        fix: "Measure the point again with at least {min_queries} queries: one pass over the dataset.");

    private static readonly Outcome Enough = Outcome.Pass(key: "pass", spec: "§12", message: "{completed} queries over {dataset} completed, {min_queries} are required");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "min-query-count", title: "Min query count", specs: [SpecRevision.V1_0], outcomes: [TooFew, Enough], order: 420);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        var (dataset, completed) = (point.Config.Dataset, point.Summary.SamplesCompleted);
        if (counts.MinimumFor(dataset) is not { } minimum)
        {
            yield return NotApplicable(point, "no query count is laid down for its dataset");
            yield break;
        }

        yield return completed < minimum
            ? TooFew.At(point.InSummary("n_samples_completed"), ("dataset", dataset), ("completed", completed), ("min_queries", minimum))
            : Enough.At(point.SummaryPath, ("dataset", dataset), ("completed", completed), ("min_queries", minimum));
    }
}
