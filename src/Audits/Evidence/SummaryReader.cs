using System.Numerics;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Evidence;

/// <summary>Reads <c>performance/result_summary.json</c> strictly: the tool writes it, so nothing is coerced (audits, section 6.2).</summary>
public static class SummaryReader
{
    /// <summary>Reads a summary; null with a clause of what is wrong where it cannot be used.</summary>
    public static RunReport? Read(ReadOnlyMemory<byte> utf8, out string? fault)
        => JsonFiles.Parse(utf8, out fault) is { } root ? Read(root, out fault) : null;

    internal static RunReport? Read(JsonElement root, out string? fault)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            fault = "it is no JSON object";
            return null;
        }

        if (Count(root, "n_samples_issued", out fault) is not { } issued
            || Count(root, "n_samples_completed", out fault) is not { } completed
            || Count(root, "n_samples_failed", out fault) is not { } failed)
        {
            return null;
        }

        if (JsonFiles.Text(root, "state") is not { } state)
        {
            fault = "'state' is no text";
            return null;
        }

        if (!root.TryGetProperty("complete", out var complete) || complete.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            fault = "'complete' is neither true nor false";
            return null;
        }

        if (!root.TryGetProperty("qps", out var rate) || !IsNumberOrNull(rate, out var qps))
        {
            fault = "'qps' is neither a finite number nor null";
            return null;
        }

        BigInteger? durationNs = null;
        if (root.TryGetProperty("duration_ns", out var duration) && duration.ValueKind is not JsonValueKind.Null && (durationNs = JsonIntegers.Read(duration)) is null)
        {
            fault = "'duration_ns' is neither an integer nor null";
            return null;
        }

        JsonElement? runConfig = null;
        if (root.TryGetProperty("run_config", out var config) && config.ValueKind is not JsonValueKind.Null)
        {
            if (config.ValueKind is not JsonValueKind.Object)
            {
                fault = "'run_config' is neither an object nor null";
                return null;
            }

            runConfig = config;
        }

        fault = null;
        return new RunReport
        {
            Issued = issued,
            Completed = completed,
            Failed = failed,
            DurationNs = durationNs,
            State = state,
            IsComplete = complete.ValueKind is JsonValueKind.True,
            Qps = qps,
            RunConfig = runConfig,
            Summary = root,
        };
    }

    private static BigInteger? Count(JsonElement root, string name, out string? fault)
    {
        if (root.TryGetProperty(name, out var value) && JsonIntegers.Read(value) is { Sign: >= 0 } count)
        {
            fault = null;
            return count;
        }

        fault = $"'{name}' is no integer of at least 0";
        return null;
    }

    private static bool IsNumberOrNull(JsonElement value, out double? number)
    {
        number = null;
        if (value.ValueKind is JsonValueKind.Null)
        {
            return true;
        }

        if (value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var read) && double.IsFinite(read))
        {
            number = read;
            return true;
        }

        return false;
    }
}
