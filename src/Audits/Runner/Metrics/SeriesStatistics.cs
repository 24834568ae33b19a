using System.Collections.Immutable;
using System.Numerics;

namespace MlPerf.Endpoints.Audits.Runner.Metrics;

/// <summary>What a snapshot says of a series (audits, section 11.7). Integer series are summed exactly (deviation D4).</summary>
internal sealed record SeriesStatistics(string Name, long Count)
{
    private const int Buckets = 30;
    private const double EdgeTolerance = 1e-12;

    /// <summary>The sum; a <see cref="BigInteger"/> for integer series, else a <see cref="double"/>.</summary>
    public object Total { get; init; } = BigInteger.Zero;

    public object Min { get; init; } = BigInteger.Zero;

    public object Max { get; init; } = BigInteger.Zero;

    public double SumOfSquares { get; init; }

    public double StandardDeviation { get; init; }

    public double Average { get; init; }

    public ImmutableArray<KeyValuePair<string, double>> Percentiles { get; init; } = [.. PercentileGrid.Keys.Select(key => KeyValuePair.Create(key, 0.0))];

    /// <summary>Early-stopping estimates; default where they are not made.</summary>
    public ImmutableArray<KeyValuePair<string, double?>> Estimates { get; init; }

    public ImmutableArray<HistogramBucket> Histogram { get; init; } = [];

    public static SeriesStatistics OfIntegers(string name, ValueSeries<long> values, bool withEstimates)
    {
        if (values.Count == 0)
        {
            return Empty(name, withEstimates);
        }

        values.Sort();
        var (total, squares) = (Int128.Zero, UInt128.Zero);
        for (var block = 0; block < values.Blocks; block++)
        {
            foreach (var value in values.Block(block))
            {
                total += value;
                squares += (UInt128)((Int128)value * value);
            }
        }

        BigInteger count = values.Count, sum = total, sumOfSquares = squares;
        var spread = (count * sumOfSquares) - (sum * sum);
        return Fill(name, values, withEstimates) with
        {
            Total = sum,
            Min = (BigInteger)values.Least,
            Max = (BigInteger)values.Greatest,
            SumOfSquares = (double)sumOfSquares,
            Average = (double)sum / values.Count,
            StandardDeviation = values.Count == 1 ? 0 : Math.Sqrt((double)spread / ((double)count * (values.Count - 1))),
        };
    }

    public static SeriesStatistics OfDoubles(string name, ValueSeries<double> values, bool withEstimates)
    {
        if (values.Count == 0)
        {
            return Empty(name, withEstimates) with { Total = 0.0 };
        }

        values.Sort();
        var (total, squares) = (0.0, 0.0);
        for (var block = 0; block < values.Blocks; block++)
        {
            foreach (var value in values.Block(block))
            {
                total += value;
                squares += value * value;
            }
        }

        return Fill(name, values, withEstimates) with
        {
            Total = total,
            Min = values.Least,
            Max = values.Greatest,
            SumOfSquares = squares,
            Average = total / values.Count,
            StandardDeviation = values.Count == 1 ? 0 : Math.Sqrt(Math.Max(0, (squares - (total * total / values.Count)) / (values.Count - 1))),
        };
    }

    private static SeriesStatistics Empty(string name, bool withEstimates)
        => new(name, 0) { Estimates = withEstimates ? [.. EarlyStopping.Percentiles.Select(key => KeyValuePair.Create(key, (double?)null))] : default };

    private static SeriesStatistics Fill<T>(string name, ValueSeries<T> sorted, bool withEstimates)
        where T : struct, INumber<T>
        => new(name, sorted.Count)
        {
            Percentiles = [.. PercentileGrid.Keys.Select(key => KeyValuePair.Create(key, double.CreateChecked(sorted.Ranked((int)Math.Floor(PercentileGrid.ValueOf(key) / 100 * (sorted.Count - 1))))))],
            Estimates = withEstimates
            ? [.. EarlyStopping.Percentiles.Select(key => KeyValuePair.Create(key, EarlyStopping.Place(sorted.Count, PercentileGrid.ValueOf(key)) is { } place ? double.CreateChecked(sorted.Ranked((int)place)) : (double?)null))]
            : default,
            Histogram = MakeHistogram(sorted),
        };

    // Thirty buckets, equally wide in the logarithm, from the least value to at least its tenfold.
    private static ImmutableArray<HistogramBucket> MakeHistogram<T>(ValueSeries<T> sorted)
        where T : struct, INumber<T>
    {
        var low = Math.Max(double.CreateChecked(sorted.Least), 1);
        var high = Math.Max(double.CreateChecked(sorted.Greatest), 10 * low);
        var (from, to) = (Math.Log(low), Math.Log(high));
        var step = (to - from) / Buckets;
        var edges = new double[Buckets + 1];
        for (var edge = 0; edge <= Buckets; edge++)
        {
            edges[edge] = Math.Exp(from + (edge * step));
        }

        var counts = new long[Buckets];
        for (var block = 0; block < sorted.Blocks; block++)
        {
            foreach (var value in sorted.Block(block))
            {
                counts[BucketOf(Math.Clamp(double.CreateChecked(value), edges[0], edges[^1]), edges)]++;
            }
        }

        return [.. counts.Select((count, bucket) => new HistogramBucket(edges[bucket], edges[bucket + 1], count))];
    }

    private static int BucketOf(double value, double[] edges)
    {
        var place = Array.BinarySearch(edges, value);
        place = place >= 0 ? place : ~place - 1;

        // An edge that differs in its last bits only is that edge.
        if (place < Buckets && Math.Abs(edges[place + 1] - value) <= EdgeTolerance * value)
        {
            place++;
        }

        return Math.Clamp(place, 0, Buckets - 1);
    }
}
