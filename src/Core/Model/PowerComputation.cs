using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The provisioned power of a system, with every figure on the way (policy §4.5.2). Made by <see cref="PowerCalculator"/>.</summary>
/// <remarks>A part that could not be costed counts as 0 and left a problem or a gap.</remarks>
public sealed record PowerComputation
{
    /// <summary>What the other components draw, as a share of the major ones.</summary>
    public required double OverheadFraction { get; init; }

    /// <summary>The node sets, in file order.</summary>
    public required ImmutableArray<NodeSetPower> NodeSets { get; init; }

    /// <summary>M: major components of all sets, watts.</summary>
    public required double MajorComponentsW { get; init; }

    /// <summary>O: other components, watts.</summary>
    public required double OtherComponentsW { get; init; }

    /// <summary>P: published power of all sets, watts.</summary>
    public required double PublishedW { get; init; }

    /// <summary>S: scale-out switches, watts.</summary>
    public required double ScaleOutSwitchesW { get; init; }

    /// <summary>The sum of the four, watts.</summary>
    public required double TotalW { get; init; }

    /// <summary>The declared figure, watts; null where none is given. It then governs in place of <see cref="TotalW"/>.</summary>
    public double? DeclaredW { get; init; }

    /// <summary>The provisioned power, kilowatts with two decimals; null where any problem stands against it. May be 0, infinite or NaN.</summary>
    public double? ProvisionedKw { get; init; }

    /// <summary>What stands against the descriptor, in the order of the book; any of them rejects it.</summary>
    public ImmutableArray<PowerFinding> Problems { get; init; } = [];

    /// <summary>Values that are neither given nor have a default. They are problems too, unless a declared figure governs.</summary>
    public ImmutableArray<PowerFinding> Gaps { get; init; } = [];

    /// <summary>What a reviewer will ask about.</summary>
    public ImmutableArray<PowerFinding> Warnings { get; init; } = [];

    /// <summary>The defaults that the result rests on; empty where it is no estimate.</summary>
    public ImmutableArray<PowerEstimate> Estimates { get; init; } = [];

    /// <summary>Whether a declared figure governs.</summary>
    public bool IsDeclared => DeclaredW is not null;
}
