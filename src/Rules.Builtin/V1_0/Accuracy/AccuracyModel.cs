using System.Collections.Immutable;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>What accuracy a model must reach on a single-turn curve.</summary>
/// <param name="Name">The model's name, for messages.</param>
/// <param name="Fragments">Pieces of the folder's name, all of which must occur in it.</param>
/// <param name="MinimumIssuedSamples">Fewest samples that an accuracy run issues, repeats counted.</param>
/// <param name="Targets">The targets, in the order in which they are reported.</param>
public sealed record AccuracyModel(string Name, ImmutableArray<string> Fragments, long MinimumIssuedSamples, ImmutableArray<AccuracyTarget> Targets);
