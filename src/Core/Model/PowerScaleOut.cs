using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The fabric that joins the nodes (policy Appendix E.4). Without one nothing of it is costed.</summary>
public sealed record PowerScaleOut
{
    /// <summary><c>present</c>.</summary>
    public required bool IsPresent { get; init; }

    /// <summary><c>cabling</c>, one of <see cref="PowerCabling.All"/>.</summary>
    public string? Cabling { get; init; }

    /// <summary><c>required_bandwidth_tbps</c>, terabits a second.</summary>
    public double? RequiredBandwidthTbps { get; init; }

    /// <summary><c>nics</c>.</summary>
    public PowerNics? Nics { get; init; }

    /// <summary><c>switches</c>; null where absent, which differs from an empty list.</summary>
    public ImmutableArray<PowerSwitch>? Switches { get; init; }
}
