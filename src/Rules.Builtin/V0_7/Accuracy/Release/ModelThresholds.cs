using System.Collections.Immutable;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Release;

/// <summary>What the scores of one model are held against.</summary>
/// <param name="Fragments">Texts that all occur in the folder's name, lower-cased, with nothing but <c>a-z0-9</c> left of it.</param>
/// <param name="Samples">Fewest samples to be scored of each data set that states a count.</param>
/// <param name="Metrics">The bounds by metric, in the order of results.</param>
public sealed record ModelThresholds(ImmutableArray<string> Fragments, long Samples, ImmutableArray<MetricThreshold> Metrics);
