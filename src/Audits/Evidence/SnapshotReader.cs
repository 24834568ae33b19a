using System.Numerics;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Evidence;

/// <summary>Makes a run's report from its last snapshot, <c>metrics/final_snapshot.json</c> (audits, section 11.7).</summary>
public static class SnapshotReader
{
    private const double NsPerSecond = 1e9;

    /// <summary>Reads a snapshot; null with a clause of what is wrong where it cannot be used.</summary>
    /// <remarks>A missing state counts as interrupted, a missing counter as 0, counters that are doubles are cut to integers.</remarks>
    public static RunReport? Read(ReadOnlyMemory<byte> utf8, out string? fault)
        => JsonFiles.Parse(utf8, out fault) is { } root ? Read(root, out fault) : null;

    internal static RunReport? Read(JsonElement root, out string? fault)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            fault = "it is no JSON object";
            return null;
        }

        var state = RunReport.Interrupted;
        if (root.TryGetProperty("state", out var stateValue))
        {
            if (stateValue.ValueKind is not JsonValueKind.String || JsonFiles.TextOf(stateValue) is not { } text)
            {
                fault = "'state' is no text";
                return null;
            }

            state = text;
        }

        var pending = BigInteger.Zero;
        if (root.TryGetProperty("n_pending_tasks", out var tasks))
        {
            if (JsonIntegers.Read(tasks) is not { } count)
            {
                fault = "'n_pending_tasks' is no integer";
                return null;
            }

            pending = count;
        }

        if (Counters(root, out fault) is not { } counters)
        {
            return null;
        }

        var completed = counters.GetValueOrDefault("tracked_samples_completed");
        var duration = counters.GetValueOrDefault("tracked_duration_ns");
        return new RunReport
        {
            Issued = counters.GetValueOrDefault("tracked_samples_issued"),
            Completed = completed,
            Failed = counters.GetValueOrDefault("tracked_samples_failed"),
            DurationNs = duration > 0 ? duration : null,
            State = state,
            IsComplete = state == RunReport.Complete && pending.IsZero,
            Qps = duration > 0 ? Rate(completed, duration) : null,
            IsFromSnapshot = true,
        };
    }

    /// <summary>Completed requests a second.</summary>
    internal static double Rate(BigInteger completed, BigInteger durationNs) => JsonIntegers.ToDouble(completed) / (JsonIntegers.ToDouble(durationNs) / NsPerSecond);

    private static Dictionary<string, BigInteger>? Counters(JsonElement root, out string? fault)
    {
        var counters = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        fault = null;
        if (!root.TryGetProperty("metrics", out var metrics))
        {
            return counters;
        }

        if (metrics.ValueKind is not JsonValueKind.Array)
        {
            fault = "'metrics' is no list";
            return null;
        }

        foreach (var metric in metrics.EnumerateArray())
        {
            if (metric.ValueKind is not JsonValueKind.Object || JsonFiles.Text(metric, "name") is not { } name)
            {
                fault = "a metric is no object with a name";
                return null;
            }

            if (JsonFiles.Text(metric, "type") is "counter")
            {
                if (!metric.TryGetProperty("value", out var value) || JsonIntegers.Truncate(value) is not { } count)
                {
                    fault = $"the counter '{name}' is no finite number";
                    return null;
                }

                counters[name] = count;
            }
        }

        return counters;
    }
}
