using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>Status, verdict and states of a <c>steady_state</c> block are words of the policy (§4.4). Names of metrics are free.</summary>
public sealed class SteadyStateValidRule(SteadyStateLimits limits) : ComplianceRule<Point>
{
    private static readonly Outcome UnknownWords = Outcome.Error(
        key: "fail",
        spec: "§4.4",
        message: "the steady_state block holds words that the policy does not know: {problems}",
        fix: "Copy the block from the steady-state analysis as it stands, with its spelling and capitals.");

    private static readonly Outcome Sound = Outcome.Pass(key: "pass", spec: "§4.4", message: "steady_state has status {status} and verdict {verdict}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "steady-state-valid", title: "Steady state valid", specs: [SpecRevision.V1_0], outcomes: [UnknownWords, Sound], order: 160);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Config.SteadyState is not { } steadyState)
        {
            yield return NotApplicable(point, "the point has no steady_state block");
            yield break;
        }

        yield return !KnowsAll(steadyState)
            ? UnknownWords.At(point.InConfig("steady_state"), ("problems", Shown.Clauses([.. Problems(steadyState)])))
            : Sound.At(point.ConfigPath, ("status", steadyState.Status ?? "not stated"), ("verdict", steadyState.Verdict ?? "not stated"));
    }

    private bool KnowsAll(SteadyState steadyState)
        => (steadyState.Status is null || limits.Statuses.Contains(steadyState.Status))
            && (steadyState.Verdict is null || limits.Verdicts.Contains(steadyState.Verdict))
            && steadyState.States.All(state => limits.States.Contains(state.Value));

    private IEnumerable<string> Problems(SteadyState steadyState)
    {
        if (steadyState.Status is { } status && !limits.Statuses.Contains(status))
        {
            yield return $"status \"{Shown.Text(status)}\" is none of {string.Join(", ", limits.Statuses)}";
        }

        if (steadyState.Verdict is { } verdict && !limits.Verdicts.Contains(verdict))
        {
            yield return $"verdict \"{Shown.Text(verdict)}\" is none of {string.Join(", ", limits.Verdicts)}";
        }

        foreach (var (metric, state) in steadyState.States.OrderBy(state => state.Name, CodePointComparer.Instance))
        {
            if (!limits.States.Contains(state))
            {
                yield return $"state \"{Shown.Text(state)}\" of {Shown.Text(metric)} is none of {string.Join(", ", limits.States)}";
            }
        }
    }
}
