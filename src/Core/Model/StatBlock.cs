using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A block of statistics of a result summary: <c>ttft</c>, <c>tpot</c>, <c>latency</c> in nanoseconds, <c>output_sequence_lengths</c> in tokens.</summary>
public sealed record StatBlock
{
    /// <summary>The block of a summary that has none.</summary>
    public static StatBlock Empty { get; } = new();

    /// <summary><c>total</c>; 0 where absent.</summary>
    public double Total { get; init; }

    /// <summary>The percentiles by their number, 0 to 100, each once.</summary>
    public ImmutableArray<StatPercentile> Percentiles { get; init; } = [];

    /// <summary>The value of a percentile; null where it is not stated.</summary>
    public double? Percentile(double number)
    {
        foreach (var percentile in Percentiles)
        {
            if (percentile.Number == number)
            {
                return percentile.Value;
            }
        }

        return null;
    }
}
