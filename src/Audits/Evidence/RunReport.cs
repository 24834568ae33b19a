using System.Numerics;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Evidence;

/// <summary>What a finished run reports: the part of its summary that verdicts are made of (audits, sections 6.2 and 11.7).</summary>
public sealed partial record RunReport
{
    /// <summary>Tracked requests issued.</summary>
    public required BigInteger Issued { get; init; }

    /// <summary>Tracked requests completed; failed ones are among them.</summary>
    public required BigInteger Completed { get; init; }

    /// <summary>Tracked requests failed.</summary>
    public required BigInteger Failed { get; init; }

    /// <summary>Tracked duration in nanoseconds; null where nothing completed.</summary>
    public required BigInteger? DurationNs { get; init; }

    /// <summary>The state of the last snapshot: <c>complete</c>, <c>interrupted</c> …</summary>
    public required string State { get; init; }

    /// <summary>Whether the state is complete and no metric is pending.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Completed requests a second; null without a duration.</summary>
    public required double? Qps { get; init; }

    /// <summary>How the run was configured, as its summary says; null where it does not.</summary>
    public JsonElement? RunConfig { get; init; }

    /// <summary>The whole summary, for what audits read beyond the fields above; null where the report was not read from one.</summary>
    public JsonElement? Summary { get; init; }

    /// <summary>Whether the report was made from a snapshot, which does not tell how the run was configured.</summary>
    public bool IsFromSnapshot { get; init; }

    /// <summary>The state of a run that was stopped.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>The state of a run that ended by itself.</summary>
    public const string Complete = "complete";

    /// <summary>The load pattern, where it is known.</summary>
    public string? LoadPattern => RunConfig is { } config && JsonFiles.Object(config, "load_pattern") is { } pattern ? JsonFiles.Text(pattern, "type") : null;

    /// <summary>Whether the warm-up sent the measured prompts themselves.</summary>
    public bool IsWarmupUnsalted
        => RunConfig is { } config && JsonFiles.Object(config, "warmup") is { } warmup
            && warmup.TryGetProperty("enabled", out var enabled) && enabled.ValueKind is JsonValueKind.True
            && !(warmup.TryGetProperty("salt", out var salt) && salt.ValueKind is JsonValueKind.True);

    /// <summary>Output tokens a second; null where the summary has none.</summary>
    public double? Tps => Summary is { } summary ? JsonFiles.Number(summary, "tps") : null;

    /// <summary>A percentile of a metric's rollup, <c>("tpot", "90.0")</c>; null where the summary has none.</summary>
    public double? Percentile(string metric, string percentile)
        => Summary is { } summary && JsonFiles.Object(summary, metric) is { } rollup && JsonFiles.Object(rollup, "percentiles") is { } percentiles ? JsonFiles.Number(percentiles, percentile) : null;

    /// <summary>A number of a metric's rollup, <c>("output_sequence_lengths", "avg")</c>; null where the summary has none.</summary>
    public double? Rollup(string metric, string name) => Summary is { } summary && JsonFiles.Object(summary, metric) is { } rollup ? JsonFiles.Number(rollup, name) : null;

    /// <summary>How many samples a metric's histogram holds; null where the summary has none.</summary>
    public BigInteger? Counted(string metric)
    {
        if (Summary is not { } summary || JsonFiles.Object(summary, metric) is not { } rollup || JsonFiles.Object(rollup, "histogram") is not { } histogram
            || !histogram.TryGetProperty("counts", out var counts) || counts.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        var sum = BigInteger.Zero;
        foreach (var count in counts.EnumerateArray())
        {
            if (JsonIntegers.Read(count) is not { } value)
            {
                return null;
            }

            sum += value;
        }

        return sum;
    }
}
