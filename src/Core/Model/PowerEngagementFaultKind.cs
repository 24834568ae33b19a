namespace MlPerf.Endpoints.Core.Model;

/// <summary>Why an entry of <c>nodes_used</c> cannot be resolved.</summary>
public enum PowerEngagementFaultKind
{
    /// <summary>An earlier entry names the same node type.</summary>
    NamedTwice,

    /// <summary>No node set, or more than one, is of the node type.</summary>
    NotOneNodeSet,

    /// <summary>Fewer than one node, or more than are provisioned.</summary>
    NodesOutOfRange,
}
