using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

/// <summary>A point keeps a fixed, positive number of requests in flight (policy §6.1).</summary>
public sealed class LoadPatternRule : ComplianceRule<Point>
{
    private static readonly Outcome OtherPattern = Outcome.Error(
        key: "fail",
        spec: "#10",
        message: "the point at concurrency {concurrency} has load pattern \"{pattern}\", expected \"{expected}\"",
        fix: "Measure the point with a fixed concurrency and set runtime_settings.load_pattern to {expected}.");

    private static readonly Outcome NoConcurrency = Outcome.Error(
        key: "fail-2",
        spec: "#10",
        message: "the point has concurrency {concurrency}, at least 1 is expected",
        fix: "State the concurrency at which the point was measured.");

    private static readonly Outcome Fixed = Outcome.Pass(key: "pass", spec: "#10", message: "the point at concurrency {concurrency} has a fixed concurrency");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "load-pattern", title: "Load pattern", specs: [SpecRevision.V0_7], outcomes: [OtherPattern, NoConcurrency, Fixed], order: 150);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        var pattern = point.Config.LoadPattern;
        yield return !string.Equals(pattern, LoadPatterns.Concurrency, StringComparison.Ordinal)
                ? OtherPattern.At(point.InConfig("runtime_settings", "load_pattern"), point.NamedConcurrency, ("pattern", pattern), ("expected", LoadPatterns.Concurrency))
            : point.Concurrency.Sign <= 0 ? NoConcurrency.At(point.InConfig("concurrency"), point.NamedConcurrency)
            : Fixed.At(point.ConfigPath, point.NamedConcurrency);
    }
}
