using System.Globalization;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;

/// <summary>Says from which C_min the regions start, or that there are none because C_max is unknown (policy §5.4).</summary>
/// <remarks>C_min is what the system descriptions declare, else the lowest concurrency of the curve, at most 32. Every point counts for it, the dedicated Offline run too.</remarks>
public sealed class RegionBasisRule : ComplianceRule<Curve>
{
    private static readonly Outcome NoCMax = Outcome.Warning(
        key: "warn",
        spec: "§5.4",
        message: "the maximum supported concurrency is unknown, so the curve has no regions and nothing that depends on them is judged",
        fix: "State max_supported_concurrency in system_desc.json as a whole number above 32.");

    private static readonly Outcome Derived = Outcome.Pass(key: "pass", spec: "§5.4", message: "C_min is {c_min}, from {point_dir_count} points{clamped}{note}");
    private static readonly Outcome Declared = Outcome.Pass(key: "override", spec: "§5.4", message: "C_min is {c_min}, as c_min_override declares");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "region-basis", title: "Region boundaries (C_min)", specs: [SpecRevision.V1_0], outcomes: [NoCMax, Derived, Declared], order: 330);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        yield return curve switch
        {
            { RegionFault: RegionFault.CMaxUnknown } => NoCMax.At(
                curve.ReferencePoint is { } reference ? Place.Member(reference.Files.SystemDescription, "max_supported_concurrency") : curve.Path),
            { CMinBasis: { IsDeclared: false } basis } => Derived.At(
                curve.Path,
                ("c_min", basis.CMin),
                ("clamped", basis.LowestConcurrency > basis.CMin ? string.Create(CultureInfo.InvariantCulture, $", though the lowest concurrency is {basis.LowestConcurrency}") : ""),
                ("point_dir_count", curve.Folders.Count),
                ("note", Note(curve))),
            { CMinBasis: { IsDeclared: true } basis, Regions.IsPresent: true } => Declared.At(curve.Path, ("c_min", basis.CMin)),
            _ => NotApplicable(curve, curve.Regions.Reason ?? "the regions are unknown"),
        };
    }

    private static string Note(Curve curve)
    {
        var unusable = curve.Folders.Count - curve.Points.Count();
        return unusable == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {unusable} of them with a point.yaml that cannot be used");
    }
}
