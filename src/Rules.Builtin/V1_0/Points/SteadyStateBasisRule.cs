using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A point's figures come from a steady window (policy §4.4); where they do not, or the run drifts, a reviewer is told.</summary>
/// <remarks>Gives a second result where the verdict is a drift. Dedicated Offline runs are asked too.</remarks>
public sealed class SteadyStateBasisRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome NoBlock = Outcome.Warning(
        key: "warn",
        spec: "§4.4",
        message: "the point at concurrency {c} has no steady_state block, so its figures rest on the whole run",
        fix: "Run the steady-state analysis on the point and add its block to point.yaml.");

    private static readonly Outcome NotWindowable = Outcome.Warning(
        key: "warn-2",
        spec: "§4.4",
        message: "the steady_state status of the point at concurrency {c} is {status}, not windowable, so its figures rest on the whole run",
        fix: "Measure the point longer, so that the window holds enough super-passes, or be ready to explain the status.");

    private static readonly Outcome Drifting = Outcome.Warning(
        key: "drifting",
        spec: "§4.4",
        message: "the steady_state verdict of the point at concurrency {c} is {verdict}, though no metric is listed as drifting",
        fix: "Warm the system up longer and measure the point again.");

    private static readonly Outcome DriftingMetrics = Outcome.Warning(
        key: "drifting-metrics",
        spec: "§4.4",
        message: "the steady_state verdict of the point at concurrency {c} is {verdict}; these metrics drift: {metrics}",
        fix: "Warm the system up longer and measure the point again.");

    private static readonly Outcome Windowable = Outcome.Pass(
        key: "pass", spec: "§4.4", message: "the figures of the point at concurrency {c} rest on a steady window ({value} super-passes)");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "steady-state-basis", title: "Steady state basis", specs: [SpecRevision.V1_0],
        outcomes: [NoBlock, NotWindowable, Drifting, DriftingMetrics, Windowable], order: 410);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        if (point.Config.SteadyState is not { } steadyState)
        {
            yield return NoBlock.At(point.InConfig("steady_state").ReportedAt(point.SummaryPath), ("c", point.Concurrency));
            yield break;
        }

        NamedValue superPasses = steadyState.SuperPasses is { } known ? ("value", known) : ("value", "an unknown number of");
        yield return steadyState.IsOfficial
            ? Windowable.At(point.SummaryPath, ("c", point.Concurrency), superPasses)
            : NotWindowable.At(point.InConfig("steady_state", "status").ReportedAt(point.SummaryPath), ("c", point.Concurrency), ("status", steadyState.Status is { } status ? $"\"{Shown.Text(status)}\"" : "not stated"));

        if (steadyState.HasDriftingVerdict)
        {
            var metrics = steadyState.DriftingMetrics;
            yield return (metrics.IsEmpty ? Drifting : DriftingMetrics).At(
                point.InConfig("steady_state", "verdict").ReportedAt(point.SummaryPath),
                ("c", point.Concurrency), ("verdict", steadyState.Verdict), ("metrics", Shown.List(metrics)));
        }
    }
}
