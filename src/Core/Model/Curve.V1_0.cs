using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

public partial class Curve
{
    /// <summary>The point whose system description is the reference copy: the first, in order, that is a readable JSON object (v1.0). Null where there is none.</summary>
    public PointFolder? ReferencePoint { get; init; }

    /// <summary>The reference copy of the system description, validated (v1.0). Null where there is none.</summary>
    public FileReading<SystemDescription>? Description { get; init; }

    /// <summary>C_max, concurrent requests (v1.0): of a valid reference copy, else the positive JSON integer that stands in an invalid one. Null where it is unknown.</summary>
    public BigInteger? CMax { get; init; }

    /// <summary>The declared C_min (v1.0); null where no copy of the description has the key.</summary>
    public CMinOverride? CMinOverride { get; init; }

    /// <summary>C_min and where it comes from (v1.0); null where it was not determined.</summary>
    public CMinBasis? CMinBasis { get; init; }

    /// <summary>Why <see cref="Regions"/> are unknown (v1.0).</summary>
    public RegionFault RegionFault { get; init; }

    /// <summary>The highest concurrency that counts as Ultra Low: 32, or C_min where a declared one gave the regions (v1.0).</summary>
    public BigInteger UltraLowLimit => CMinBasis is { IsDeclared: true, CMin: var declared } && Regions.IsPresent ? declared : RegionBoundaries.LargestCMin;

    /// <summary>The distinct values of <c>shared_src</c> and <c>shared_docs</c>, in order of first appearance (v1.0).</summary>
    public IReadOnlyList<SharedPath> SharedPaths { get; init; } = [];
}
