using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>An entry of <c>nodes_used</c> that cannot be resolved.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Entry">The entry's index.</param>
/// <param name="EnsembleId">The node type that it names.</param>
/// <param name="Nodes">The nodes that it declares.</param>
/// <param name="MatchingSets">How many node sets are of this type.</param>
/// <param name="NodesProvisioned">The provisioned nodes, where exactly one set is of this type.</param>
public sealed record PowerEngagementFault(PowerEngagementFaultKind Kind, int Entry, BigInteger EnsembleId, BigInteger Nodes, int MatchingSets, BigInteger? NodesProvisioned);
