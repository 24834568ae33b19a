using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>What the power rules take from a system's descriptions: the first readable one as text orders the folders, not validated (rules 1.0 part 1 §7.5).</summary>
public sealed record PowerFacts
{
    /// <summary>The facts of a system without any readable description.</summary>
    public static PowerFacts None { get; } = new();

    /// <summary>The description that they come from; null where none could be read.</summary>
    public SubmissionPath? Source { get; init; }

    /// <summary>The division, trimmed and lower-case, not validated; null where unknown.</summary>
    public string? Division { get; init; }

    /// <summary>The overhead that the cooling texts stand for, as a share of the major components; null where they name no way of cooling.</summary>
    public double? OverheadFraction { get; init; }

    /// <summary>The node types that have a <c>system_node_ensemble_id</c>, each id once, in file order.</summary>
    public ImmutableArray<NodeTypeFacts> NodeTypes { get; init; } = [];

    /// <summary>Whether the division asks for a power descriptor. Only RDI and Serviced systems may do without; an unknown division may not.</summary>
    public bool RequiresDescriptor => Division is not ("rdi" or "serviced");

    /// <summary>The node type with an id; null where there is none.</summary>
    public NodeTypeFacts? NodeType(BigInteger ensembleId)
    {
        foreach (var type in NodeTypes)
        {
            if (type.EnsembleId == ensembleId)
            {
                return type;
            }
        }

        return null;
    }
}
