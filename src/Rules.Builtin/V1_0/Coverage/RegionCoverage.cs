using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Coverage;

/// <summary>What the rules about covered regions share. Every point counts at the concurrency that could be made out, the dedicated Offline run too.</summary>
internal static class RegionCoverage
{
    public static Outcome Covered() => Outcome.Pass(key: "pass", spec: "§§3–6", message: "{label} ({bounds}) is covered by {covered}");

    public static Outcome NotCovered() => Outcome.Error(
        key: "fail",
        spec: "§§3–6",
        message: "no point lies in {label} ({bounds})",
        fix: "Measure a point with a concurrency of {bounds}. A band that is empty cannot be covered: then C_min and C_max lie too close together.");

    /// <summary>The distinct concurrencies of a curve that keep to a condition, ascending.</summary>
    public static SortedSet<BigInteger> Concurrencies(Curve curve, Func<BigInteger, bool> lies)
    {
        var found = new SortedSet<BigInteger>();
        foreach (var point in curve.Folders)
        {
            if (point.EffectiveConcurrency is { } concurrency && lies(concurrency))
            {
                found.Add(concurrency);
            }
        }

        return found;
    }

    /// <summary>Judges one region of a curve.</summary>
    public static RuleResult Judge(Curve curve, string name, string label, Outcome covered, Outcome notCovered)
    {
        if (curve.Regions is { IsPresent: false } absent)
        {
            return RuleResult.NotApplicable(curve.Path, absent.Reason);
        }

        var region = curve.Regions.Value![name];
        var inside = Concurrencies(curve, region.Contains);
        return inside.Count > 0
            ? covered.At(curve.Path, ("label", label), ("bounds", region.Bounds), ("covered", Shown.Numbers(inside)))
            : notCovered.At(curve.Path, ("label", label), ("bounds", region.Bounds));
    }
}
