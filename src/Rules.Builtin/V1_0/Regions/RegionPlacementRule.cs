using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;

/// <summary>A region that a point declares is the one in which its concurrency lies (policy §8.3). Dedicated Offline runs are compared too.</summary>
public sealed class RegionPlacementRule : ComplianceRule<Point>
{
    private static readonly Outcome Elsewhere = Outcome.Warning(
        key: "warn",
        spec: "§8.3",
        message: "the point declares region {declared}, but concurrency {concurrency} lies in {computed}",
        fix: "Declare {computed}, submitters_choice, or no region; `submission-checker regions` prints the boundaries.");

    private static readonly Outcome Placed = Outcome.Pass(key: "pass", spec: "§8.3", message: "concurrency {concurrency} lies in {declared}, as declared");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "region-placement", title: "Region placement", specs: [SpecRevision.V1_0], outcomes: [Elsewhere, Placed], order: 370);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        var declared = point.Config.DeclaredRegion;
        yield return point.Curve.Regions is { IsPresent: false } absent ? NotApplicable(point, absent.Reason)
            : declared is null or RegionNames.SubmittersChoice ? NotApplicable(point, "the point declares no region of its own")
            : point.Region is not { } region ? NotApplicable(point, "the concurrency lies in no region")
            : string.Equals(declared, region.Name, StringComparison.Ordinal)
                ? Placed.At(point.ConfigPath, ("declared", declared), ("concurrency", point.Concurrency))
                : Elsewhere.At(point.InConfig("region"), ("declared", Shown.Text(declared)), ("computed", region.Name), ("concurrency", point.Concurrency));
    }
}
