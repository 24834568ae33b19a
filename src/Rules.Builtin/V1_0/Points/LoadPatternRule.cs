using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A point keeps a fixed number of requests in flight; only a dedicated Offline run may send otherwise (policy §6.1).</summary>
public sealed class LoadPatternRule : ComplianceRule<Point>
{
    private const string ValidPatterns = $"{LoadPatterns.Concurrency}, {LoadPatterns.AgenticInference}";

    private static readonly Outcome UnknownPattern = Outcome.Error(
        key: "fail",
        spec: "§10",
        message: "the point at concurrency {concurrency} has load pattern \"{lp}\", expected one of {valid_load_patterns}",
        fix: "Measure the point with a fixed concurrency; if this is the dedicated Offline run, declare `offline: dedicated`.");

    private static readonly Outcome NoConcurrency = Outcome.Error(
        key: "fail-2",
        spec: "§10",
        message: "the point has a fixed-concurrency load pattern but concurrency {concurrency}, at least 1 is expected",
        fix: "State the concurrency at which the point was measured.");

    private static readonly Outcome Dedicated = Outcome.Pass(key: "pass", spec: "§6.1", message: "the dedicated Offline run may have any load pattern, it has \"{lp}\"");
    private static readonly Outcome Fixed = Outcome.Pass(key: "pass-2", spec: "§10", message: "the point at concurrency {concurrency} has load pattern {lp}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "load-pattern", title: "Load pattern", specs: [SpecRevision.V1_0], outcomes: [UnknownPattern, NoConcurrency, Dedicated, Fixed], order: 240);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        var pattern = point.Config.LoadPattern;
        if (point.Config.IsDedicatedOffline)
        {
            yield return Dedicated.At(point.ConfigPath, ("lp", Shown.Text(pattern)));
        }
        else if (pattern is not (LoadPatterns.Concurrency or LoadPatterns.AgenticInference))
        {
            yield return UnknownPattern.At(
                point.InConfig("runtime_settings", "load_pattern"), ("concurrency", point.Concurrency), ("lp", Shown.Text(pattern)), ("valid_load_patterns", ValidPatterns));
        }
        else if (point.Concurrency.Sign <= 0)
        {
            yield return NoConcurrency.At(point.InConfig("concurrency"), ("concurrency", point.Concurrency));
        }
        else
        {
            yield return Fixed.At(point.ConfigPath, ("concurrency", point.Concurrency), ("lp", Shown.Text(pattern)));
        }
    }
}
