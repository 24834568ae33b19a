using System.Text.Json.Nodes;

namespace Acme.CustomHarness;

/// <summary>Writes <c>result_summary.json</c> of a measurement.</summary>
public static class SummaryFile
{
    private static readonly double[] Percentiles = [99, 95, 90, 75, 50, 25, 10, 5];

    /// <summary>The file's content.</summary>
    public static string Of(Measurement measured, string gitSha)
    {
        var samples = measured.Samples;
        return new JsonObject
        {
            ["version"] = "1.0",
            ["git_sha"] = gitSha,
            ["test_started_at"] = (measured.StartedAt - DateTimeOffset.UnixEpoch).Ticks * 100,
            ["n_samples_issued"] = measured.Issued,
            ["n_samples_completed"] = samples.Count,
            ["n_samples_failed"] = measured.Issued - samples.Count,
            ["duration_ns"] = measured.Duration.Ticks * 100,
            ["state"] = "complete",
            ["complete"] = true,
            ["ttft"] = Block([.. samples.Select(sample => sample.TtftNs)]),
            ["tpot"] = Block([.. samples.Select(sample => sample.TpotNs).OfType<double>()]),
            ["latency"] = Block([.. samples.Select(sample => sample.LatencyNs)]),
            ["input_sequence_lengths"] = Block([.. samples.Select(sample => (double)sample.InputTokens)]),
            ["output_sequence_lengths"] = Block([.. samples.Select(sample => (double)sample.OutputTokens)]),
        }.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonObject Block(double[] values)
    {
        if (values.Length == 0)
        {
            return new JsonObject { ["total"] = 0 };
        }

        Array.Sort(values);
        var percentiles = new JsonObject();
        foreach (var percentile in Percentiles)
        {
            percentiles[percentile.ToString("F1", System.Globalization.CultureInfo.InvariantCulture)] = values[Math.Max(0, (int)Math.Ceiling(values.Length * percentile / 100) - 1)];
        }

        return new JsonObject
        {
            ["total"] = values.Sum(),
            ["min"] = values[0],
            ["max"] = values[^1],
            ["avg"] = values.Average(),
            ["percentiles"] = percentiles,
        };
    }
}
