using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Proposes concurrencies for a curve of v1.0: a submitter's first question.</summary>
/// <remarks>A plan has a point at C_min, so that the regions are those that were planned for, and one at C_max; with C_min the band Ultra Low is covered too. Every region that
/// is not empty has a point. All others are put where neighbours lie farthest apart, as a ratio: throughput and interactivity change with the order of magnitude.</remarks>
public static class RegionPlanner
{
    /// <summary>Proposes a number of concurrencies.</summary>
    /// <param name="cMax">The maximum supported concurrency, above 32.</param>
    /// <param name="cMin">The lowest concurrency, 1 to 32.</param>
    /// <param name="count">How many points to measure.</param>
    /// <returns>The plan, or why there is none.</returns>
    public static Availability<RegionPlan> Plan(BigInteger cMax, BigInteger cMin, int count)
    {
        if (RegionBoundaries.V1_0(cMax, cMin) is not { } layout)
        {
            return Absent($"there are no regions for C_min {cMin} and C_max {cMax}: C_min must lie from 1 to {RegionBoundaries.LargestCMin}, and C_max must exceed {RegionBoundaries.LargestCMin}");
        }

        var chosen = Necessary(layout);
        if (count < chosen.Count)
        {
            return Absent($"{count} points cannot cover the regions for C_min {cMin} and C_max {cMax}: at least {chosen.Count} are needed, at {string.Join(", ", chosen)}");
        }

        if (count > cMax - cMin + 1)
        {
            return Absent($"there are only {cMax - cMin + 1} different concurrencies from C_min {cMin} to C_max {cMax}, fewer than {count}");
        }

        Fill(chosen, count);
        return Availability<RegionPlan>.Present(new RegionPlan(layout, [.. chosen.Select(concurrency => new PlannedPoint(concurrency, layout.Classify(concurrency)!.Name))]));
    }

    private static Availability<RegionPlan> Absent(FormattableString reason) => Availability<RegionPlan>.Absent(reason.ToString(CultureInfo.InvariantCulture));

    // Both ends, and the middle of each region in which neither of them lies.
    private static SortedSet<BigInteger> Necessary(RegionLayout layout)
    {
        var chosen = new SortedSet<BigInteger> { layout.CMin, layout.CMax };
        foreach (var region in layout.Regions)
        {
            if (region.Name is not RegionNames.Margin && !region.IsEmpty && !chosen.Any(region.Contains))
            {
                chosen.Add(Middle(region.Start, region.End));
            }
        }

        return chosen;
    }

    // The widest gap first; of equally wide ones the lower. A gap without room between its ends is never split.
    private static void Fill(SortedSet<BigInteger> chosen, int count)
    {
        var gaps = new PriorityQueue<(BigInteger Low, BigInteger High), (double Width, BigInteger Low)>();
        BigInteger? last = null;
        foreach (var concurrency in chosen)
        {
            if (last is { } low)
            {
                Add(low, concurrency);
            }

            last = concurrency;
        }

        while (chosen.Count < count && gaps.TryDequeue(out var gap, out _))
        {
            var middle = BigInteger.Clamp(Middle(gap.Low, gap.High), gap.Low + 1, gap.High - 1);
            chosen.Add(middle);
            Add(gap.Low, middle);
            Add(middle, gap.High);
        }

        void Add(BigInteger low, BigInteger high)
        {
            if (high - low > 1)
            {
                gaps.Enqueue((low, high), (-NodeValues.ToDouble(high) / NodeValues.ToDouble(low), low));
            }
        }
    }

    // The geometric mean, to the nearest whole number, in whole numbers: nothing of it is too large for them.
    private static BigInteger Middle(BigInteger low, BigInteger high)
    {
        var product = low * high;
        var root = BigInteger.One << (int)((product.GetBitLength() + 1) / 2);
        while ((root + (product / root)) / 2 is var next && next < root)
        {
            root = next;
        }

        return product - (root * root) > root ? root + 1 : root;
    }
}
