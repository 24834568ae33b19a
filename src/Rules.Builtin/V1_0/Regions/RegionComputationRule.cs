using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;

/// <summary>C_min and C_max are such that regions can be computed from them: 1 ≤ C_min ≤ 32 &lt; C_max (policy §5.5).</summary>
public sealed class RegionComputationRule : ComplianceRule<Curve>
{
    private static readonly Outcome CMinRange = Outcome.Error(
        key: "c-min-range",
        spec: "§5.5",
        message: "the lowest concurrency of the curve, C_min, is {c_min}; it must lie from 1 to {limit}",
        fix: "Correct the concurrency of the lowest point: it is the number of requests in flight, at least 1.");

    private static readonly Outcome CMaxTooLow = Outcome.Error(
        key: "c-max-too-low",
        spec: "§5.5",
        message: "the maximum supported concurrency, C_max, is {c_max}; it must exceed {limit}",
        fix: "State in max_supported_concurrency of system_desc.json the highest concurrency that the system supports.");

    private static readonly Outcome CMaxTooLarge = Outcome.Error(
        key: "c-max-too-large",
        spec: "§5.5",
        message: "the maximum supported concurrency, C_max, is {c_max}, which is too large to compute with",
        fix: "State in max_supported_concurrency of system_desc.json the highest concurrency that the system supports.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "region-computation", title: "Region boundaries", specs: [SpecRevision.V1_0], outcomes: [CMinRange, CMaxTooLow, CMaxTooLarge], order: 350);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve is not { CMax: { } cMax, CMinBasis: { } basis, ReferencePoint: { } reference })
        {
            yield return NotApplicable(curve, curve.Regions.Reason ?? "the regions are unknown");
            yield break;
        }

        var description = reference.Files.SystemDescription;
        var atCMax = Place.Member(description, "max_supported_concurrency");
        switch (curve.RegionFault)
        {
            case RegionFault.CMinOutOfRange:
                yield return CMinRange.At(description.Path, ("c_min", basis.CMin), ("limit", RegionBoundaries.LargestCMin));
                break;
            case RegionFault.CMaxTooLow:
                yield return CMaxTooLow.At(atCMax, ("c_max", cMax), ("limit", RegionBoundaries.LargestCMin));
                break;
            case RegionFault.CMaxTooLarge:
                yield return CMaxTooLarge.At(atCMax, ("c_max", description.Root?["max_supported_concurrency"]?.ToString()));
                break;
            default:
                break;
        }
    }
}
