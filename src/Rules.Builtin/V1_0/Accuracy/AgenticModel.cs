using System.Collections.Immutable;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>A model that agentic accuracy gates know.</summary>
/// <param name="Name">The model's name, for messages.</param>
/// <param name="Fragments">Pieces of the folder's name, all of which must occur in it.</param>
/// <param name="Thresholds">What it must reach; null where nothing is published yet.</param>
public sealed record AgenticModel(string Name, ImmutableArray<string> Fragments, AgenticThresholds? Thresholds);
