using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

/// <summary>A point's concurrency lies in one of the four regions (policy §5.4, §9.1), the last of which reaches beyond the maximum by a margin.</summary>
public sealed class ConcurrencyInRangeRule : ComplianceRule<Point>
{
    private static readonly Outcome Outside = Outcome.Error(
        key: "fail",
        spec: "#9",
        message: "concurrency {concurrency} lies in no region, expected 1 to {end}: {factor:0.0#} times the maximum supported concurrency {max_concurrency}, rounded up",
        fix: "Take the point out or measure it at a concurrency from 1 to {end}; if the system supports more, correct max_supported_concurrency.");

    private static readonly Outcome Inside = Outcome.Pass(key: "pass", spec: "#9", message: "concurrency {concurrency} lies in {region} ({start}–{end})");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "concurrency-in-range", title: "Concurrency in range", specs: [SpecRevision.V0_7], outcomes: [Outside, Inside], order: 170);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Curve.Regions is not { IsPresent: true, Value: { } regions })
        {
            yield return NotApplicable(point, point.Curve.Regions.Reason ?? "the regions are unknown");
        }
        else if (regions.Classify(point.Concurrency) is { } region)
        {
            yield return Inside.At(point.ConfigPath, point.NamedConcurrency, ("region", region.Name), ("start", region.Start), ("end", region.End));
        }
        else
        {
            yield return Outside.At(
                point.InConfig("concurrency"), point.NamedConcurrency, ("end", regions.End), ("factor", RegionBoundaries.MarginFactor), ("max_concurrency", regions.CMax));
        }
    }
}
