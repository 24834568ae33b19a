using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>What a system description says of one type of node, as far as the power rules read it.</summary>
/// <param name="EnsembleId"><c>system_node_ensemble_id</c>.</param>
/// <param name="CpuCores">CPU cores of one node; null where not stated.</param>
/// <param name="AcceleratorsPerNode">Accelerators of one node; null where not stated. A description may hold any integer, also a negative one.</param>
public sealed record NodeTypeFacts(BigInteger EnsembleId, BigInteger? CpuCores = null, BigInteger? AcceleratorsPerNode = null);
