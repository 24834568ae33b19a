using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Finds C_max, C_min and the regions of a curve.</summary>
internal sealed record CurveBoundaries
{
    private const string CMinOverrideField = "c_min_override";

    public BigInteger? CMax { get; private init; }

    public CMinOverride? Override { get; private init; }

    public CMinBasis? Basis { get; private init; }

    public RegionFault Fault { get; private init; }

    public Availability<RegionLayout> Regions { get; private init; }

    public static CurveBoundaries Of(IReadOnlyList<PointFolder> points, FileReading<SystemDescription>? description)
    {
        var found = new CurveBoundaries { CMax = FindCMax(description), Override = FindOverride(points) };
        if (found.Override is { Value: null })
        {
            return found.Without(RegionFault.OverrideUnsound, "the system descriptions do not all declare the same valid c_min_override");
        }

        if (found.CMax is not { } cMax)
        {
            return found.Without(RegionFault.CMaxUnknown, "the maximum supported concurrency is unknown");
        }

        if (found.Override is { IsMeasured: false })
        {
            return found.Without(RegionFault.OverrideNotMeasured, "no point was measured at the declared c_min_override");
        }

        var lowest = Lowest(points);
        var cMin = found.Override?.Value ?? BigInteger.Min(lowest, RegionBoundaries.LargestCMin);
        found = found with { Basis = new CMinBasis(cMin, found.Override is not null, lowest) };
        return RegionBoundaries.V1_0(cMax, cMin) is { } regions
            ? found with { Regions = Availability<RegionLayout>.Present(regions) }
            : cMin < 1 || cMin > RegionBoundaries.LargestCMin
                ? found.Without(RegionFault.CMinOutOfRange, "the lowest concurrency of the curve is below 1")
            : cMax <= RegionBoundaries.LargestCMin
                ? found.Without(RegionFault.CMaxTooLow, "the maximum supported concurrency does not exceed 32")
                : found.Without(RegionFault.CMaxTooLarge, "the maximum supported concurrency is too large to compute with");
    }

    private static BigInteger Lowest(IReadOnlyList<PointFolder> points)
    {
        var lowest = points[0].EffectiveConcurrency ?? 0;
        foreach (var point in points)
        {
            lowest = BigInteger.Min(lowest, point.EffectiveConcurrency ?? 0);
        }

        return lowest;
    }

    private CurveBoundaries Without(RegionFault fault, string reason) => this with { Fault = fault, Regions = Availability<RegionLayout>.Absent(reason) };

    // A description with faults elsewhere still tells the maximum, but only if nothing had to be made of the value.
    private static BigInteger? FindCMax(FileReading<SystemDescription>? description)
        => description is null ? null
            : description.Value is { } valid ? valid.MaxSupportedConcurrency
            : description.Document.Root?["max_supported_concurrency"] is { Kind: NodeKind.Integer, AsInteger: { Sign: > 0 } raw } ? raw
            : null;

    private static CMinOverride? FindOverride(IReadOnlyList<PointFolder> points)
    {
        if (!points.Any(point => point.Files.DescriptionObject?[CMinOverrideField] is not null))
        {
            return null;
        }

        var declarations = points.Select(Declaration).ToImmutableArray();
        var declared = new CMinOverride(declarations, IsMeasured: false);
        return declared.Value is { } value && points.Any(point => CanCarryOverride(point) && point.EffectiveConcurrency == value)
            ? declared with { IsMeasured = true }
            : declared;
    }

    private static CMinDeclaration Declaration(PointFolder point)
    {
        var node = point.Files.DescriptionObject?[CMinOverrideField];
        return new CMinDeclaration(point, node, node is { Kind: NodeKind.Integer, AsInteger: var value } && value >= 1 && value <= RegionBoundaries.LargestCMin ? value : null);
    }

    private static bool CanCarryOverride(PointFolder point) => point is not Point { Config.IsDedicatedOffline: true };
}
