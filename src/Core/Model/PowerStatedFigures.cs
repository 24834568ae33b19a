namespace MlPerf.Endpoints.Core.Model;

/// <summary>The figures that a submitter computed, <c>computed</c> of a power descriptor. Those that are null are compared with nothing.</summary>
public sealed record PowerStatedFigures
{
    /// <summary><c>major_components_w</c>, watts.</summary>
    public double? MajorComponentsW { get; init; }

    /// <summary><c>overhead_fraction</c>.</summary>
    public double? OverheadFraction { get; init; }

    /// <summary><c>other_components_w</c>, watts.</summary>
    public double? OtherComponentsW { get; init; }

    /// <summary><c>published_node_power_w</c>, watts.</summary>
    public double? PublishedNodePowerW { get; init; }

    /// <summary><c>scale_out_switch_power_w</c>, watts.</summary>
    public double? ScaleOutSwitchPowerW { get; init; }

    /// <summary><c>total_system_power_w</c>, watts.</summary>
    public double? TotalSystemPowerW { get; init; }
}
