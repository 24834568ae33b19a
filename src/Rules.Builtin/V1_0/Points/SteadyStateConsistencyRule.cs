using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>The status of a <c>steady_state</c> block agrees with its window and its states (policy §4.4).</summary>
/// <remarks>Only the statuses <c>windowable</c> and <c>insufficient_passes</c> can be contradicted by the rest of the block.</remarks>
public sealed class SteadyStateConsistencyRule(SteadyStateLimits limits) : ComplianceRule<Point>
{
    private static readonly Outcome Contradicts = Outcome.Error(
        key: "fail",
        spec: "§4.4",
        message: "the steady_state block contradicts itself: {problems}",
        fix: "Run the steady-state analysis again and copy its block whole; a window of fewer than {min_trend_n} super-passes shows no trend.");

    private static readonly Outcome Agrees = Outcome.Pass(key: "pass", spec: "§4.4", message: "steady_state status \"{status}\" agrees with its window and states");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "steady-state-consistency", title: "Steady state consistency", specs: [SpecRevision.V1_0], outcomes: [Contradicts, Agrees], order: 170);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Config.SteadyState is not { Status: { } status } steadyState)
        {
            yield return NotApplicable(point, "the point has no steady_state block with a status");
            yield break;
        }

        var problems = Problems(steadyState).ToList();
        yield return problems.Count > 0
            ? Contradicts.At(point.InConfig("steady_state", "status"), ("problems", Shown.Clauses(problems)), ("min_trend_n", limits.FewestSuperPasses))
            : Agrees.At(point.ConfigPath, ("status", Shown.Text(status)));
    }

    private IEnumerable<string> Problems(SteadyState steadyState)
    {
        if (steadyState.IsOfficial && steadyState.SuperPasses < limits.FewestSuperPasses)
        {
            yield return $"status windowable, but the window spans {steadyState.SuperPasses} super-passes where at least {limits.FewestSuperPasses} are needed";
        }

        if (steadyState.IsOfficial && steadyState.DriftingMetrics is { IsEmpty: false } drifting)
        {
            yield return $"status windowable, but these metrics drift: {Shown.List(drifting)}";
        }

        if (steadyState.Status is SteadyState.InsufficientPasses && steadyState.SuperPasses >= limits.FewestSuperPasses)
        {
            yield return $"status insufficient_passes, but the window spans {steadyState.SuperPasses} super-passes and {limits.FewestSuperPasses} are enough";
        }
    }
}
