namespace MlPerf.Endpoints.Core.Model;

/// <summary>The power that a point's throughput is divided by (policy §4.5.3).</summary>
/// <param name="Kilowatts">Kilowatts with two decimals.</param>
/// <param name="Basis">What it was computed from.</param>
public sealed record PointPower(double Kilowatts, PointPowerBasis Basis)
{
    /// <summary>The largest engaged fraction of a node set (<see cref="PointPowerBasis.DeclaredShare"/>).</summary>
    public double? EngagedFraction { get; init; }

    /// <summary>The engaged share of the node sets, watts (<see cref="PointPowerBasis.EngagedNodes"/>).</summary>
    public double? NodeSetsW { get; init; }

    /// <summary>The engaged share of the scale-out switches, watts (<see cref="PointPowerBasis.EngagedNodes"/>).</summary>
    public double? ScaleOutSwitchesW { get; init; }

    /// <summary>The basis in words.</summary>
    public string Describe() => Basis switch
    {
        PointPowerBasis.DeclaredShare => "the engaged share of the declared power",
        PointPowerBasis.EngagedNodes => "the engaged nodes and their share of the switches",
        _ => "the whole system",
    };
}
