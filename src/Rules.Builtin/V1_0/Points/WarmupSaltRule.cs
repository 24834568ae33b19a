using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A warmup whose prompts are salted does not warm what the run measures, so a reviewer should know (policy §6.3.3).</summary>
/// <remarks>Only <c>runtime_settings.warmup.salt</c> is read, and there is no pass: a run without salt is the ordinary case.</remarks>
public sealed class WarmupSaltRule : ComplianceRule<Point>
{
    private static readonly Outcome Salted = Outcome.Warning(
        key: "warn",
        spec: "§6.3.3",
        message: "the warmup of the point at concurrency {concurrency} is salted (runtime_settings.warmup.salt is true)",
        fix: "Be ready to explain it: a warmup on the performance dataset needs salt (§6.3.1), one on another dataset does not. Leave salt out where it was off.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "warmup-salt", title: "Warmup salt", specs: [SpecRevision.V1_0], outcomes: [Salted], order: 230);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        yield return point.Config.WarmupSalt is true
            ? Salted.At(point.InConfig("runtime_settings", "warmup", "salt"), ("concurrency", point.Concurrency))
            : NotApplicable(point, "the warmup is not salted");
    }
}
