using System.Text.Json;

namespace MlPerf.Endpoints.Rules.Mlx.Records;

/// <summary>One measured value.</summary>
public sealed record MlxRow
{
    /// <summary>What was measured; rows that a viewer should keep apart have different names.</summary>
    public required string Name { get; init; }

    /// <summary>The metric.</summary>
    public required string Metric { get; init; }

    /// <summary>The value, in <see cref="Unit"/>.</summary>
    public required double Value { get; init; }

    /// <summary>The unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Length of the run, seconds.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Throughput of prompts, tokens per second.</summary>
    public double? PromptTokensPerSecond { get; init; }

    /// <summary>Throughput of answers, tokens per second.</summary>
    public double? DecodeTokensPerSecond { get; init; }

    /// <summary>Throughput of both, tokens per second.</summary>
    public double? TotalTokensPerSecond { get; init; }

    /// <summary>Time to the first token, milliseconds.</summary>
    public double? FirstTokenLatencyMs { get; init; }

    /// <summary>Largest memory of the process, megabytes.</summary>
    public double? PeakRssMb { get; init; }

    /// <summary>Further facts, as texts.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Whatever the row was made of.</summary>
    public JsonElement? Raw { get; init; }
}
