using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>What an accuracy file says of one data set (v1.0).</summary>
public sealed record AccuracyEntry
{
    /// <summary>The data set's name, exactly as spelled.</summary>
    public required string Name { get; init; }

    /// <summary>Where the entry stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The entry's place in the file, as a JSON pointer.</summary>
    public required string Pointer { get; init; }

    /// <summary>The data set's type; null where the file states none as text.</summary>
    public string? DatasetType { get; init; }

    /// <summary>Whether the file states a type at all, if only as null.</summary>
    public bool StatesDatasetType { get; init; }

    /// <summary>The scores in file order, without those that are no numbers.</summary>
    public ImmutableArray<AccuracyMetric> Metrics { get; init; } = [];

    /// <summary>How many samples the data set has, without repeats; null where the file gives no count.</summary>
    public BigInteger? Samples { get; init; }

    /// <summary>How often each sample was run. 1 where the file gives no number.</summary>
    public BigInteger Repeats { get; init; } = BigInteger.One;

    /// <summary>The sample count as the weight of the data set's scores in a mean; null where the file gives no number. Repeats do not enter.</summary>
    public double? Weight { get; init; }

    /// <summary>The first score that is an integer beyond the range of a double; null where there is none.</summary>
    public AccuracyOverflow? MetricOverflow { get; init; }

    /// <summary>The first of the counts that is infinite, or beyond the range of a double where it would be a weight; null where there is none.</summary>
    public AccuracyOverflow? CountOverflow { get; init; }

    /// <summary>Whether the type says that the client computed this on the performance run itself.</summary>
    public bool IsTypedPerformance => string.Equals(DatasetType, AccuracyResults.Performance, StringComparison.Ordinal);

    /// <summary>How many samples were issued for the data set, every repeat counted; null where the file gives no count.</summary>
    public BigInteger? IssuedSamples => Samples * BigInteger.Max(Repeats, BigInteger.One);

    /// <summary>The one score that agentic gates look at: the metric called <c>score</c>, else the first one; null where there is no metric.</summary>
    public AccuracyMetric? MainMetric
    {
        get
        {
            foreach (var metric in Metrics)
            {
                if (metric.IsUnnamed)
                {
                    return metric;
                }
            }

            return Metrics.IsEmpty ? null : Metrics[0];
        }
    }
}
