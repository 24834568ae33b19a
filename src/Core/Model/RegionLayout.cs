using System.Collections.Immutable;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The regions of one curve (policy §5.4, §5.5).</summary>
/// <param name="CMin">Lowest concurrency that the regions start from.</param>
/// <param name="CMax">The declared maximum supported concurrency.</param>
/// <param name="Regions">In ascending order. In v0.7 the last one includes the margin; in v1.0 <c>margin</c> is a region of its own.</param>
public sealed record RegionLayout(BigInteger CMin, BigInteger CMax, ImmutableArray<Region> Regions)
{
    /// <summary>The highest concurrency that lies in any region.</summary>
    public BigInteger End => Regions[^1].End;

    /// <summary>The first region that contains a concurrency, or null.</summary>
    public Region? Classify(BigInteger concurrency)
    {
        foreach (var region in Regions)
        {
            if (region.Contains(concurrency))
            {
                return region;
            }
        }

        return null;
    }

    /// <summary>The region of this name.</summary>
    public Region this[string name] => Regions.First(region => string.Equals(region.Name, name, StringComparison.Ordinal));
}
