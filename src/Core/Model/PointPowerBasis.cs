namespace MlPerf.Endpoints.Core.Model;

/// <summary>What the power of a point is computed from.</summary>
public enum PointPowerBasis
{
    /// <summary>The provisioned power: every node is engaged, or nothing is said.</summary>
    Whole,

    /// <summary>The declared provisioned power, scaled by the largest engaged fraction of a node set.</summary>
    DeclaredShare,

    /// <summary>The engaged nodes of every set and their share of the switches.</summary>
    EngagedNodes,
}
