using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Scale-out switches of one model (policy Appendix E.4).</summary>
public sealed record PowerSwitch
{
    /// <summary><c>model</c>, by which a default is chosen.</summary>
    public required string Model { get; init; }

    /// <summary><c>count</c>, at least 1.</summary>
    public required BigInteger Count { get; init; }

    /// <summary><c>bandwidth_tbps</c> of one switch, terabits a second.</summary>
    public required double BandwidthTbps { get; init; }

    /// <summary><c>power_per_switch</c>.</summary>
    public PowerValue? PowerPerSwitch { get; init; }
}
