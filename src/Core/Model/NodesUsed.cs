using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>One entry of <c>nodes_used</c>: how many nodes of one ensemble a point engages (policy §4.5.3).</summary>
/// <param name="EnsembleId"><c>system_node_ensemble_id</c> of the system description.</param>
/// <param name="Nodes">Number of nodes; no bound.</param>
public sealed record NodesUsed(BigInteger EnsembleId, BigInteger Nodes);
