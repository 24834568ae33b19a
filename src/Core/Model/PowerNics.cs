using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The scale-out NICs of one node (policy Appendix E.4).</summary>
public sealed record PowerNics
{
    /// <summary><c>count_per_node</c>, at least 0.</summary>
    public required BigInteger CountPerNode { get; init; }

    /// <summary><c>bandwidth_per_nic_gbps</c>, gigabits a second.</summary>
    public required double BandwidthPerNicGbps { get; init; }

    /// <summary><c>counted</c>: whether their power is added.</summary>
    public required bool IsCounted { get; init; }

    /// <summary><c>tdp_per_nic</c>.</summary>
    public PowerValue? TdpPerNic { get; init; }

    /// <summary><c>excluded_from_published_power</c>: the evidence that published figures leave the NICs out.</summary>
    public string? ExcludedFromPublishedPower { get; init; }

    /// <summary>Whether there is such evidence.</summary>
    public bool AreExcludedFromPublishedPower => !string.IsNullOrEmpty(ExcludedFromPublishedPower);
}
