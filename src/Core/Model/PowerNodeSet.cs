using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Nodes of one type whose power is stated in one way (policy Appendix E.3).</summary>
public sealed record PowerNodeSet
{
    /// <summary><c>node_set_id</c>, unique within a descriptor.</summary>
    public required BigInteger Id { get; init; }

    /// <summary><c>system_node_ensemble_id</c>: the node type of the system description, and what <c>nodes_used</c> names.</summary>
    public required BigInteger EnsembleId { get; init; }

    /// <summary><c>nodes_provisioned</c>, at least 1.</summary>
    public required BigInteger NodesProvisioned { get; init; }

    /// <summary><c>power_method</c>, one of <see cref="PowerMethods.OfNodeSets"/>.</summary>
    public required string Method { get; init; }

    /// <summary><c>published_power</c>: of one node, or of the rack (<see cref="PowerMethods.NodeScaling"/>).</summary>
    public PowerValue? PublishedPower { get; init; }

    /// <summary><c>nodes_in_published_rack</c>.</summary>
    public BigInteger? NodesInPublishedRack { get; init; }

    /// <summary><c>components</c> of one node. Costed for <see cref="PowerMethods.ComponentSum"/> only.</summary>
    public PowerComponents? Components { get; init; }

    /// <summary>Whether the power is the sum of the components.</summary>
    public bool IsComponentSum => string.Equals(Method, PowerMethods.ComponentSum, StringComparison.Ordinal);

    /// <summary>Whether the power is a share of a rack's.</summary>
    public bool IsNodeScaling => string.Equals(Method, PowerMethods.NodeScaling, StringComparison.Ordinal);

    /// <summary>How the set is called in messages: <c>node_sets[0]</c> with its id.</summary>
    public string Label => $"node_sets[{Digits.Of(Id)}]";
}
