using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

/// <summary>How long the run of a point lasts at least, by its region (policy §6.2).</summary>
[RuleData("v0.7/run-lengths.json")]
public sealed record RunLengths
{
    /// <summary>What the policy says: <c>data/v0.7/run-lengths.json</c>.</summary>
    public static RunLengths Default { get; } = Parse(EmbeddedData.Read("v0.7/run-lengths.json"));

    /// <summary>Shortest run in the low latency region, milliseconds.</summary>
    public required long LowLatencyMs { get; init; }

    /// <summary>Shortest run in the low throughput region, milliseconds.</summary>
    public required long LowThroughputMs { get; init; }

    /// <summary>Shortest run in the medium throughput region, milliseconds.</summary>
    public required long MedThroughputMs { get; init; }

    /// <summary>Shortest run in the high throughput region, milliseconds.</summary>
    public required long HighThroughputMs { get; init; }

    /// <summary>The shortest run in a region, milliseconds.</summary>
    public long MinimumMs(Region region) => region.Name switch
    {
        RegionNames.LowLatency => LowLatencyMs,
        RegionNames.LowThroughput => LowThroughputMs,
        RegionNames.MedThroughput => MedThroughputMs,
        _ => HighThroughputMs,
    };

    /// <summary>Reads the lengths from JSON.</summary>
    /// <exception cref="FormatException">No JSON, or a length is missing or none.</exception>
    public static RunLengths Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var root = RuleDataValue.Parse(utf8Json);
        return new RunLengths
        {
            LowLatencyMs = root["low_latency_ms"].Int64,
            LowThroughputMs = root["low_throughput_ms"].Int64,
            MedThroughputMs = root["med_throughput_ms"].Int64,
            HighThroughputMs = root["high_throughput_ms"].Int64,
        };
    }
}
