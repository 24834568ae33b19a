using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>A metric over all data sets of a point that report it.</summary>
/// <param name="Value">The mean, weighted by sample count where every data set states a usable one.</param>
/// <param name="First">The first of the values.</param>
internal sealed record MeanScore(double Value, AccuracyMetric First)
{
    /// <summary>The name, exactly as spelled.</summary>
    public string Name => First.Name;

    /// <summary>The metrics of a point, in the order in which the file first names them.</summary>
    /// <remarks>Sums are added left to right in doubles, and a single value is weighted too: rounding can decide a gate.</remarks>
    public static IReadOnlyList<MeanScore> Of(AccuracyResults results)
    {
        var sums = new List<Sum>();
        var byName = new Dictionary<string, Sum>(StringComparer.Ordinal);
        foreach (var entry in results.Entries)
        {
            foreach (var metric in entry.Metrics)
            {
                if (!byName.TryGetValue(metric.Name, out var sum))
                {
                    sum = byName[metric.Name] = new Sum(metric);
                    sums.Add(sum);
                }

                sum.Add(metric.Value, entry.Weight);
            }
        }

        return [.. sums.Select(sum => new MeanScore(sum.Mean, sum.First))];
    }

    private sealed class Sum(AccuracyMetric first)
    {
        private double _values;
        private double _weightedValues;
        private double _weights;
        private int _count;
        private bool _lacksWeight;

        public AccuracyMetric First { get; } = first;

        public double Mean => !_lacksWeight && _weights > 0 ? _weightedValues / _weights : _values / _count;

        public void Add(double value, double? weight)
        {
            _count++;
            _values += value;
            _lacksWeight |= weight is null;
            _weights += weight ?? 0;
            _weightedValues += value * (weight ?? 0);
        }
    }
}
