using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>What was computed of a point's power and of its throughput per kilowatt, for writers of reports.</summary>
/// <param name="Point">The point.</param>
public sealed record PointPowerReport(MeasuredPoint Point)
{
    /// <summary>The power that the throughput is divided by, or why there is none.</summary>
    public Availability<PointPower> Power { get; } = Point.Power;

    /// <summary>Throughput per kilowatt, tokens per second and kilowatt with one decimal as published; null where either is unknown or the power is not above 0.</summary>
    public double? SystemTpsPerKw
        => Power.Value is { Kilowatts: > 0 } power && Point.Summary.SystemTps is { } systemTps
            ? PowerRounding.Round(systemTps / power.Kilowatts, ProvisionedPower.TpsPerKwDecimals)
            : null;
}
