using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>The logs of a warmup that took place are kept, so that a reviewer can ask for them (policy §6.3.2).</summary>
public sealed class WarmupLogsRetainedRule : ComplianceRule<Point>
{
    private static readonly Outcome NotRetained = Outcome.Warning(
        key: "warn",
        spec: "§6.3.2",
        message: "the warmup logs of the point at concurrency {concurrency} are declared as not retained",
        fix: "Keep the warmup logs and set warmup.logs_retained to true; if they are lost, measure the point again.");

    private static readonly Outcome NotStated = Outcome.Warning(
        key: "warn-2",
        spec: "§6.3.2",
        message: "the warmup of the point at concurrency {concurrency} does not say whether its logs are retained",
        fix: "Set warmup.logs_retained to true once the logs are in a safe place, and link_logs to where they are.");

    private static readonly Outcome Disabled = Outcome.Pass(key: "pass", spec: "§6.3.2", message: "the point at concurrency {concurrency} ran without warmup, so there are no logs");
    private static readonly Outcome Retained = Outcome.Pass(key: "retained", spec: "§6.3.2", message: "the warmup logs of the point at concurrency {concurrency} are retained");
    private static readonly Outcome RetainedAtLink = Outcome.Pass(key: "retained-link", spec: "§6.3.2", message: "the warmup logs of the point at concurrency {concurrency} are retained at {link}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "warmup-logs-retained", title: "Warmup logs retained", specs: [SpecRevision.V1_0],
        outcomes: [NotRetained, NotStated, Disabled, Retained, RetainedAtLink], order: 220);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        yield return point.Config.Warmup switch
        {
            null => NotApplicable(point, "the point states no warmup"),
            { IsDisabled: true } => Disabled.At(point.ConfigPath, ("concurrency", point.Concurrency)),
            { LogsRetained: null } => NotStated.At(point.InConfig("warmup", "logs_retained"), ("concurrency", point.Concurrency)),
            { LogsRetained: false } => NotRetained.At(point.InConfig("warmup", "logs_retained"), ("concurrency", point.Concurrency)),
            { LinkLogs: { Length: > 0 } link } => RetainedAtLink.At(point.ConfigPath, ("concurrency", point.Concurrency), ("link", Shown.Text(link))),
            _ => Retained.At(point.ConfigPath, ("concurrency", point.Concurrency)),
        };
    }
}
