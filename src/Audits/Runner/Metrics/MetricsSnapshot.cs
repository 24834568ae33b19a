using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Json;

namespace MlPerf.Endpoints.Audits.Runner.Metrics;

/// <summary>The metrics of a run at a moment; <c>metrics/final_snapshot.json</c> holds the last ones (audits, section 11.7).</summary>
internal sealed record MetricsSnapshot(long Counter, long TimestampNs, string State, long PendingTasks)
{
    private const double NsPerSecond = 1e9;

    public ImmutableArray<KeyValuePair<string, long>> Counters { get; init; } = [];

    public ImmutableArray<SeriesStatistics> Series { get; init; } = [];

    public long this[string counter] => Counters.FirstOrDefault(pair => pair.Key == counter).Value;

    /// <summary>The file.</summary>
    public ReadOnlyMemory<byte> ToJson() => JsonText.Make(WriteTo, isIndented: true);

    /// <summary>The summary, <c>performance/result_summary.json</c>.</summary>
    /// <param name="version">The client and its version.</param>
    /// <param name="gitSha">The client's commit; null where unknown.</param>
    /// <param name="writeRunConfig">Writes the member <c>run_config</c>.</param>
    /// <param name="isLegacyWindow">Whether the legacy window gives the rate (Poisson only).</param>
    public ReadOnlyMemory<byte> ToSummary(string version, string? gitSha, Action<Utf8JsonWriter> writeRunConfig, bool isLegacyWindow = false)
        => JsonText.Make(json => WriteSummary(json, version, gitSha, writeRunConfig, isLegacyWindow), isIndented: true);

    private void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("counter", Counter);
        json.WriteNumber("timestamp_ns", TimestampNs);
        json.WriteString("state", State);
        json.WriteNumber("n_pending_tasks", PendingTasks);
        json.WriteStartArray("metrics");
        foreach (var (name, value) in Counters)
        {
            json.WriteStartObject();
            json.WriteString("type", "counter");
            json.WriteString("name", name);
            json.WriteNumber("value", value);
            json.WriteEndObject();
        }

        foreach (var series in Series)
        {
            WriteSeries(json, series);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteSummary(Utf8JsonWriter json, string version, string? gitSha, Action<Utf8JsonWriter> writeRunConfig, bool isLegacyWindow)
    {
        var (completed, duration) = (this["tracked_samples_completed"], this["tracked_duration_ns"]);
        var window = this["legacy_loadgen_window_duration_ns"];
        var isLegacy = isLegacyWindow && window > 0 && completed >= 2;
        var seconds = (isLegacy ? window : duration) / NsPerSecond;
        var tokens = Series.FirstOrDefault(series => series.Name == "osl") is { Count: > 0 } lengths ? (BigInteger?)lengths.Total : null;
        json.WriteStartObject();
        json.WriteString("version", version);
        json.WriteString("git_sha", gitSha);
        json.WriteNumber("test_started_at", 0L);
        json.WriteNumber("n_samples_issued", this["tracked_samples_issued"]);
        json.WriteNumber("n_samples_completed", completed);
        json.WriteNumber("n_samples_failed", this["tracked_samples_failed"]);
        json.WriteValue("duration_ns", duration > 0 ? duration : null);
        json.WriteString("state", State);
        json.WriteBoolean("complete", State == Evidence.RunReport.Complete && PendingTasks == 0);
        WriteRollup(json, "ttft", "ttft_ns");
        WriteRollup(json, "tpot", "tpot_ns");
        WriteRollup(json, "latency", "sample_latency_ns");
        WriteRollup(json, "output_sequence_lengths", "osl");
        WriteRollup(json, "input_sequence_lengths", "isl");
        json.WriteValue("legacy_loadgen_window_duration_ns", isLegacy ? window : null);
        json.WriteValue("qps", seconds > 0 ? (isLegacy ? completed - 1 : completed) / seconds : null);
        json.WriteValue("tps", seconds > 0 && tokens is { } count ? (double)count / seconds : null);
        json.WriteStartObject("finish_reason_counts");
        foreach (var reason in FinishReasons.Names)
        {
            json.WriteNumber(reason, this[$"tracked_finish_reason_{reason}"]);
        }

        json.WriteEndObject();
        writeRunConfig(json);
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, SeriesStatistics series)
    {
        json.WriteStartObject();
        json.WriteString("type", "series");
        json.WriteString("name", series.Name);
        json.WriteNumber("count", series.Count);
        json.WriteValue("total", series.Total);
        json.WriteValue("min", series.Min);
        json.WriteValue("max", series.Max);
        json.WriteValue("sum_sq", series.Count == 0 && series.Total is not double ? 0L : (object)series.SumOfSquares);
        WritePercentiles(json, series);
        json.WriteStartArray("histogram");
        foreach (var (low, high, count) in series.Histogram)
        {
            json.WriteStartArray();
            json.WriteValue(new[] { low, high });
            json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePercentiles(Utf8JsonWriter json, SeriesStatistics series)
    {
        json.WriteStartObject("percentiles");
        foreach (var (key, value) in series.Percentiles)
        {
            json.WriteDouble(key, value);
        }

        json.WriteEndObject();
        WriteEstimates(json, series);
    }

    private static void WriteEstimates(Utf8JsonWriter json, SeriesStatistics series)
    {
        if (series.Estimates.IsDefault)
        {
            return;
        }

        json.WriteStartObject("early_stopping_percentiles");
        foreach (var (key, value) in series.Estimates)
        {
            json.WriteValue(key, value);
        }

        json.WriteEndObject();
    }

    private void WriteRollup(Utf8JsonWriter json, string name, string seriesName)
    {
        json.WriteStartObject(name);
        if (Series.FirstOrDefault(series => series.Name == seriesName) is { } series)
        {
            if (series.Count == 0)
            {
                WriteEstimates(json, series);
            }
            else
            {
                json.WriteValue("total", series.Total);
                json.WriteValue("min", series.Min);
                json.WriteValue("max", series.Max);
                json.WriteDouble("median", series.Percentiles.First(pair => pair.Key == "50.0").Value);
                json.WriteDouble("avg", series.Average);
                json.WriteDouble("std_dev", series.StandardDeviation);
                WritePercentiles(json, series);
                json.WriteStartObject("histogram");
                json.WriteValue("buckets", series.Histogram.Select(bucket => new[] { bucket.Low, bucket.High }));
                json.WriteValue("counts", series.Histogram.Select(bucket => bucket.Count));
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }
}
