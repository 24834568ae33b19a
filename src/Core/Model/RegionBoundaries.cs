using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Computes regions from the maximum and minimum concurrency (policy §5.4, §5.5).</summary>
public static class RegionBoundaries
{
    /// <summary>The largest C_min, and the fixed one of v0.7.</summary>
    public const int LargestCMin = 32;

    /// <summary>How far above C_max a point may still lie, as a factor.</summary>
    public const double MarginFactor = 1.10;

    /// <summary>The four regions of v0.7, whose C_min is always 32; high throughput includes the margin.</summary>
    /// <returns>The regions; null where <paramref name="cMax"/> is not above 32, or so large that the margin is beyond a double.</returns>
    public static RegionLayout? V0_7(BigInteger cMax)
    {
        if (Compute(cMax, LargestCMin) is not { } ends)
        {
            return null;
        }

        return new RegionLayout(LargestCMin, cMax,
        [
            new Region(RegionNames.LowLatency, 1, LargestCMin),
            new Region(RegionNames.LowThroughput, LargestCMin + 1, ends.Low),
            new Region(RegionNames.MedThroughput, ends.Low + 1, ends.Med),
            new Region(RegionNames.HighThroughput, ends.Med + 1, ends.Margin),
        ]);
    }

    /// <summary>The four regions of v1.0 and the margin above them.</summary>
    /// <returns>The regions; null unless 1 ≤ C_min ≤ 32 &lt; C_max, or where the margin is beyond a double.</returns>
    public static RegionLayout? V1_0(BigInteger cMax, BigInteger cMin)
    {
        if (Compute(cMax, cMin) is not { } ends)
        {
            return null;
        }

        return new RegionLayout(cMin, cMax,
        [
            new Region(RegionNames.LowLatency, 1, cMin),
            new Region(RegionNames.LowConcurrency, cMin + 1, ends.Low),
            new Region(RegionNames.MedConcurrency, ends.Low + 1, ends.Med),
            new Region(RegionNames.HighConcurrency, ends.Med + 1, cMax),
            new Region(RegionNames.Margin, cMax + 1, ends.Margin),
        ]);
    }

    private static Ends? Compute(BigInteger cMax, BigInteger cMin)
    {
        if (cMin < 1 || cMin > LargestCMin || cMax <= LargestCMin)
        {
            return null;
        }

        // The margin must be computed in doubles: 1.10 as a double is a hair above 1.1, so 1.10 · 100 ends at 111.
        var margin = Math.Ceiling(ToDouble(cMax) * MarginFactor);
        if (!double.IsFinite(margin))
        {
            return null;
        }

        var step = Math.Log2(ToDouble(cMax - cMin)) / 3;
        return new Ends(RoundedAbove(cMin, Math.Pow(2, step)), RoundedAbove(cMin, Math.Pow(2, 2 * step)), new BigInteger(margin));
    }

    private static BigInteger RoundedAbove(BigInteger cMin, double offset) => new(Math.Round((double)cMin + offset, MidpointRounding.ToEven));

    // Through text, which rounds to nearest even; the conversion operator truncates.
    private static double ToDouble(BigInteger value)
        => long.MinValue <= value && value <= long.MaxValue ? (double)(long)value : double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private sealed record Ends(BigInteger Low, BigInteger Med, BigInteger Margin);
}
