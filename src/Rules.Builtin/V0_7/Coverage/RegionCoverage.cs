using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

/// <summary>What the four coverage rules have in common: some point whose configuration loaded lies in the region (policy §5.3, §5.4).</summary>
/// <remarks>Result files do not matter.</remarks>
internal static class RegionCoverage
{
    // The reference prints this for each of the four; the dash is U+2013.
    private const string Clause = "#3–6";

    public static readonly Outcome Uncovered = Outcome.Error(
        key: "fail",
        spec: Clause,
        message: "no point lies in {region} ({start}–{end}); the points that could be read are at {concurrencies}",
        fix: "Measure a point at a concurrency from {start} to {end}.");

    public static readonly Outcome Empty = Outcome.Error(
        key: "empty-region",
        spec: Clause,
        message: "{region} holds no concurrency at all ({start}–{end}) at a maximum supported concurrency of {max_concurrency}, so no point can cover it",
        fix: "No measurement mends this; ask the working group how to submit a system of this size (policy §5.4).");

    public static readonly Outcome Covered = Outcome.Pass(key: "pass", spec: Clause, message: "{n} points lie in {region} ({start}–{end})");

    public static RuleResult Judge(Curve curve, string name)
    {
        if (curve.Regions is not { IsPresent: true, Value: { } regions })
        {
            return RuleResult.NotApplicable(curve.Path, curve.Regions.Reason ?? "the regions are unknown");
        }

        var region = regions[name];
        var count = curve.Points.Count(point => region.Contains(point.Concurrency));
        return count > 0 ? Covered.At(curve.PointsPath, ("n", count), ("region", name), ("start", region.Start), ("end", region.End))
            : region.IsEmpty ? Empty.At(curve.PointsPath, ("region", name), ("start", region.Start), ("end", region.End), ("max_concurrency", regions.CMax))
            : Uncovered.At(curve.PointsPath, ("region", name), ("start", region.Start), ("end", region.End), ("concurrencies", Concurrencies(curve)));
    }

    private static string Concurrencies(Curve curve)
    {
        var known = new SortedSet<BigInteger>();
        foreach (var point in curve.Points)
        {
            known.Add(point.Concurrency);
        }

        return known.Count == 0 ? "no known concurrency" : Shown.Numbers(known);
    }
}
