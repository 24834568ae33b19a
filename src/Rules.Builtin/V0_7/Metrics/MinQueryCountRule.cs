using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

/// <summary>A run completes as many queries as are laid down for its data set (policy §6.4).</summary>
public sealed class MinQueryCountRule(QueryCounts counts) : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome TooFew = Outcome.Error(
        key: "fail",
        spec: "#12",
        message: "{completed} queries over {dataset} completed, at least {minimum} are required",
        fix: "Measure the point again with at least {minimum} queries.");

    private static readonly Outcome Enough = Outcome.Pass(key: "pass", spec: "#12", message: "{completed} queries over {dataset} completed, at least {minimum} are required");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "min-query-count", title: "Min query count", specs: [SpecRevision.V0_7], outcomes: [TooFew, Enough], order: 240);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        var (dataset, completed) = (point.Config.Dataset, point.Summary.SamplesCompleted);
        yield return counts.MinimumFor(dataset) is not { } minimum ? NotApplicable(point, "no query count is laid down for its data set")
            : completed < minimum ? TooFew.At(point.InSummary("n_samples_completed"), ("completed", completed), ("dataset", dataset), ("minimum", minimum))
            : Enough.At(point.SummaryPath, ("completed", completed), ("dataset", dataset), ("minimum", minimum));
    }
}
