using System.Numerics;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>How long the run of a point lasts at least (policy §6.2).</summary>
[RuleData("v1.0/run-lengths.json")]
public sealed record RunLengths
{
    /// <summary>What the policy says: <c>data/v1.0/run-lengths.json</c>.</summary>
    public static RunLengths Default { get; } = Parse(EmbeddedData.Read("v1.0/run-lengths.json"));

    /// <summary>The highest concurrency at which <see cref="ShortRunMs"/> is enough, whatever the regions are.</summary>
    public required BigInteger ShortRunConcurrency { get; init; }

    /// <summary>Shortest run up to <see cref="ShortRunConcurrency"/>, milliseconds.</summary>
    public required long ShortRunMs { get; init; }

    /// <summary>Shortest run of a single-turn point above it, milliseconds.</summary>
    public required long SingleTurnMs { get; init; }

    /// <summary>Shortest run of an agentic point above it, milliseconds.</summary>
    public required long AgenticMs { get; init; }

    /// <summary>The shortest run of a point, milliseconds.</summary>
    public long MinimumMs(BigInteger concurrency, bool isAgentic)
        => concurrency <= ShortRunConcurrency ? ShortRunMs : isAgentic ? AgenticMs : SingleTurnMs;

    /// <summary>Reads the lengths from JSON.</summary>
    /// <exception cref="FormatException">No JSON, or a length is missing or none.</exception>
    public static RunLengths Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var root = RuleDataValue.Parse(utf8Json);
        return new RunLengths
        {
            ShortRunConcurrency = root["short_run_concurrency"].Int64,
            ShortRunMs = root["short_run_ms"].Int64,
            SingleTurnMs = root["single_turn_ms"].Int64,
            AgenticMs = root["agentic_ms"].Int64,
        };
    }
}
