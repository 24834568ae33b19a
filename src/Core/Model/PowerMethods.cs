namespace MlPerf.Endpoints.Core.Model;

/// <summary>How the power of a node set, and of its scale-up network, is stated (policy Appendix E.3).</summary>
public static class PowerMethods
{
    /// <summary>The sum of the major components, with the overhead of the cooling.</summary>
    public const string ComponentSum = "component_sum";

    /// <summary>A published figure for one node.</summary>
    public const string PublishedSystem = "published_system";

    /// <summary>A share of the published figure of a rack that holds more nodes.</summary>
    public const string NodeScaling = "node_scaling";

    /// <summary>Scale-up switches, each with its stated power.</summary>
    public const string DeclaredTdp = "declared_tdp";

    /// <summary>Scale-up power as bandwidth times energy per bit.</summary>
    public const string BandwidthEstimate = "bandwidth_estimate";

    /// <summary>No scale-up network of its own.</summary>
    public const string None = "none";

    /// <summary>The words of <c>power_method</c>.</summary>
    public static IReadOnlyList<string> OfNodeSets { get; } = [ComponentSum, PublishedSystem, NodeScaling];

    /// <summary>The words of <c>scale_up_network.method</c>.</summary>
    public static IReadOnlyList<string> OfScaleUp { get; } = [DeclaredTdp, BandwidthEstimate, None];
}
