using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Scores and sample counts of an accuracy run: <c>results/point_&lt;C&gt;/accuracy/results.json</c> (v0.7 release dialect).</summary>
/// <param name="SampleCounts">The data sets that state a usable count, in file order.</param>
/// <param name="Scores">The scores of all data sets merged: a metric keeps its first place and takes its last value.</param>
/// <param name="UnusableScores">Scores that are integers beyond the range of a double, wherever they stand.</param>
public sealed record MeasuredAccuracy(
    ImmutableArray<DatasetSampleCount> SampleCounts, ImmutableArray<MetricScore> Scores, ImmutableArray<MetricScore> UnusableScores);
