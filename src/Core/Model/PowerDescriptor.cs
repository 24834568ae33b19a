using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A power descriptor, <c>system_power.json</c>, as it was written (policy Appendix E.2).</summary>
public sealed record PowerDescriptor
{
    /// <summary><c>system_desc_id</c>. Compared with nothing.</summary>
    public required string SystemDescriptionId { get; init; }

    /// <summary><c>cooling</c>, one of <see cref="PowerCooling.All"/>.</summary>
    public required string Cooling { get; init; }

    /// <summary><c>node_sets</c>, at least one.</summary>
    public required ImmutableArray<PowerNodeSet> NodeSets { get; init; }

    /// <summary><c>scale_out</c>.</summary>
    public required PowerScaleOut ScaleOut { get; init; }

    /// <summary><c>declared_provisioned_power</c>: the figure that governs where it is given.</summary>
    public PowerValue? Declared { get; init; }

    /// <summary><c>computed</c>: the submitter's own intermediate figures.</summary>
    public PowerStatedFigures? Computed { get; init; }

    /// <summary><c>provisioned_power_kw</c>: the submitter's own result, kilowatts.</summary>
    public double? ProvisionedPowerKw { get; init; }

    /// <summary><c>mlc_estimated_power</c>. The checker finds out by itself and ignores it.</summary>
    public bool? SaysEstimated { get; init; }

    /// <summary><c>notes</c>.</summary>
    public string? Notes { get; init; }

    /// <summary>What the other components draw, as a share of the major ones; follows from <see cref="Cooling"/>.</summary>
    public double OverheadFraction => PowerCooling.OverheadOf(Cooling);
}
