using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;

/// <summary>A point lies in a region or in the margin above C_max (policy §5.4); only a dedicated Offline run may lie outside (§5.7.1).</summary>
public sealed class ConcurrencyInRangeRule : ComplianceRule<Point>
{
    private static readonly Outcome Dedicated = Outcome.Pass(key: "pass", spec: "§5.7.1", message: "the dedicated Offline run may lie anywhere, it is at concurrency {concurrency}");

    private static readonly Outcome OutOfRange = Outcome.Error(
        key: "fail",
        spec: "§9",
        message: "concurrency {concurrency} lies outside the curve, expected 1 to {end}",
        fix: "Measure the point at a concurrency from 1 to {end}; if this is the dedicated Offline run, declare `offline: dedicated`.");

    private static readonly Outcome InRange = Outcome.Pass(key: "pass-2", spec: "§9", message: "concurrency {concurrency} lies in {region}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "concurrency-in-range", title: "Concurrency in range", specs: [SpecRevision.V1_0], outcomes: [Dedicated, OutOfRange, InRange], order: 360);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Curve.Regions is { IsPresent: false } absent)
        {
            yield return NotApplicable(point, absent.Reason);
        }
        else if (point.Config.IsDedicatedOffline)
        {
            yield return Dedicated.At(point.ConfigPath, ("concurrency", point.Concurrency));
        }
        else if (point.Region is { } region)
        {
            yield return InRange.At(point.ConfigPath, ("concurrency", point.Concurrency), ("region", region.Name));
        }
        else
        {
            yield return OutOfRange.At(point.InConfig("concurrency"), ("concurrency", point.Concurrency), ("end", point.Curve.Regions.Value!.End));
        }
    }
}
