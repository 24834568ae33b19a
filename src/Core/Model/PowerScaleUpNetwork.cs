using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The network that joins the accelerators of a node or rack, counted once a node (policy Appendix E.3).</summary>
public sealed record PowerScaleUpNetwork
{
    /// <summary><c>method</c>, one of <see cref="PowerMethods.OfScaleUp"/>.</summary>
    public required string Method { get; init; }

    /// <summary><c>switch_count</c>, at least 0.</summary>
    public BigInteger? SwitchCount { get; init; }

    /// <summary><c>tdp_per_switch</c>.</summary>
    public PowerValue? TdpPerSwitch { get; init; }

    /// <summary><c>aggregate_bandwidth_tbps</c>, read as terabytes (not terabits) a second.</summary>
    public double? AggregateBandwidthTerabytesPerS { get; init; }

    /// <summary><c>energy_per_bit_pj</c>.</summary>
    public PowerValue? EnergyPerBit { get; init; }
}
