using System.Collections.Concurrent;
using MathNet.Numerics;

namespace MlPerf.Endpoints.Audits.Runner.Metrics;

/// <summary>Early-stopping estimates of high percentiles: how far up the sorted values one must go to be 99 % sure (audits, section 11.8).</summary>
internal static class EarlyStopping
{
    private const double Confidence = 0.99;
    private const int MostRemembered = 100_000;

    private static readonly ConcurrentDictionary<(long T, double P), long> Known = new();

    /// <summary>The percentiles for which estimates are made, as they are spelt in summaries.</summary>
    public static IEnumerable<string> Percentiles => PercentileGrid.Keys.Where(key => PercentileGrid.ValueOf(key) is >= 50 and < 100);

    /// <summary>The fewest values from which an estimate of a percentile, given in per cent, can be made.</summary>
    public static long Floor(double percentile) => MinPassing(1, percentile / 100) + 1;

    /// <summary>The place in the sorted values, from 0, that is the estimate; null where there are too few values.</summary>
    public static long? Place(long count, double percentile)
    {
        var p = percentile / 100;
        if (count < MinPassing(1, p) + 1)
        {
            return null;
        }

        // The largest t with MinPassing(t) + t ≤ count: by doubling, then bisection.
        long low = 1, high = 2;
        while (MinPassing(high, p) + high <= count)
        {
            low = high;
            high *= 2;
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (MinPassing(middle, p) + middle <= count)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return count - low;
    }

    /// <summary>The least number of values within the bound that makes <paramref name="t"/> values beyond it acceptable.</summary>
    public static long MinPassing(long t, double p)
    {
        if (Known.TryGetValue((t, p), out var known))
        {
            return known;
        }

        long low = 0, high = 2;
        while (!Passes(high, t, p))
        {
            low = high;
            high *= 2;
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (Passes(middle, t, p))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        if (Known.Count < MostRemembered)
        {
            Known.TryAdd((t, p), high);
        }

        return high;
    }

    private static bool Passes(long h, long t, double p) => SpecialFunctions.BetaRegularized(h, t + 1, p) < 1.0 - Confidence;
}
