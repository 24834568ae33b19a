using System.Text.Json;
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
    /// <exception cref="JsonException">No JSON.</exception>
    /// <exception cref="KeyNotFoundException">A length is missing.</exception>
    public static RunLengths Parse(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        var root = document.RootElement;
        return new RunLengths
        {
            LowLatencyMs = root.GetProperty("low_latency_ms").GetInt64(),
            LowThroughputMs = root.GetProperty("low_throughput_ms").GetInt64(),
            MedThroughputMs = root.GetProperty("med_throughput_ms").GetInt64(),
            HighThroughputMs = root.GetProperty("high_throughput_ms").GetInt64(),
        };
    }
}
