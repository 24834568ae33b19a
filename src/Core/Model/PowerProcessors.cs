using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The CPUs or the accelerators of one node.</summary>
public sealed record PowerProcessors
{
    /// <summary><c>model</c>, by which a default is chosen.</summary>
    public string? Model { get; init; }

    /// <summary><c>count_per_node</c>, at least 0.</summary>
    public required BigInteger CountPerNode { get; init; }

    /// <summary><c>tdp_per_unit</c>.</summary>
    public PowerValue? TdpPerUnit { get; init; }
}
