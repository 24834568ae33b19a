using System.Collections.Immutable;
using System.Numerics;
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
    public ReadOnlyMemory<byte> ToJson()
    {
        var json = new JsonOutput(isIndented: true);
        json.StartObject();
        json.Write("counter", Counter);
        json.Write("timestamp_ns", TimestampNs);
        json.Write("state", State);
        json.Write("n_pending_tasks", PendingTasks);
        json.StartArray("metrics");
        foreach (var (name, value) in Counters)
        {
            json.StartObject();
            json.Write("type", "counter");
            json.Write("name", name);
            json.Write("value", value);
            json.EndObject();
        }

        foreach (var series in Series)
        {
            WriteSeries(json, series);
        }

        json.EndArray();
        json.EndObject();
        return json.Written;
    }

    /// <summary>The summary, <c>performance/result_summary.json</c>.</summary>
    /// <param name="version">The client and its version.</param>
    /// <param name="gitSha">The client's commit; null where unknown.</param>
    /// <param name="writeRunConfig">Writes the member <c>run_config</c>.</param>
    /// <param name="isLegacyWindow">Whether the legacy window gives the rate (Poisson only).</param>
    public ReadOnlyMemory<byte> ToSummary(string version, string? gitSha, Action<JsonOutput> writeRunConfig, bool isLegacyWindow = false)
    {
        var json = new JsonOutput(isIndented: true);
        var (completed, duration) = (this["tracked_samples_completed"], this["tracked_duration_ns"]);
        var window = this["legacy_loadgen_window_duration_ns"];
        var isLegacy = isLegacyWindow && window > 0 && completed >= 2;
        var seconds = (isLegacy ? window : duration) / NsPerSecond;
        var tokens = Series.FirstOrDefault(series => series.Name == "osl") is { Count: > 0 } lengths ? (BigInteger?)lengths.Total : null;
        json.StartObject();
        json.Write("version", version);
        json.Write("git_sha", gitSha);
        json.Write("test_started_at", 0L);
        json.Write("n_samples_issued", this["tracked_samples_issued"]);
        json.Write("n_samples_completed", completed);
        json.Write("n_samples_failed", this["tracked_samples_failed"]);
        json.WriteValue("duration_ns", duration > 0 ? duration : null);
        json.Write("state", State);
        json.Write("complete", State == Evidence.RunReport.Complete && PendingTasks == 0);
        WriteRollup(json, "ttft", "ttft_ns");
        WriteRollup(json, "tpot", "tpot_ns");
        WriteRollup(json, "latency", "sample_latency_ns");
        WriteRollup(json, "output_sequence_lengths", "osl");
        WriteRollup(json, "input_sequence_lengths", "isl");
        json.WriteValue("legacy_loadgen_window_duration_ns", isLegacy ? window : null);
        json.WriteValue("qps", seconds > 0 ? (isLegacy ? completed - 1 : completed) / seconds : null);
        json.WriteValue("tps", seconds > 0 && tokens is { } count ? (double)count / seconds : null);
        json.StartObject("finish_reason_counts");
        foreach (var reason in FinishReasons.Names)
        {
            json.Write(reason, this[$"tracked_finish_reason_{reason}"]);
        }

        json.EndObject();
        writeRunConfig(json);
        json.EndObject();
        return json.Written;
    }

    private static void WriteSeries(JsonOutput json, SeriesStatistics series)
    {
        json.StartObject();
        json.Write("type", "series");
        json.Write("name", series.Name);
        json.Write("count", series.Count);
        json.WriteValue("total", series.Total);
        json.WriteValue("min", series.Min);
        json.WriteValue("max", series.Max);
        json.WriteValue("sum_sq", series.Count == 0 && series.Total is not double ? 0L : (object)series.SumOfSquares);
        WritePercentiles(json, series);
        json.StartArray("histogram");
        foreach (var (low, high, count) in series.Histogram)
        {
            json.StartArray();
            json.WriteValue(null, new[] { low, high });
            json.Write(null, count);
            json.EndArray();
        }

        json.EndArray();
        json.EndObject();
    }

    private static void WritePercentiles(JsonOutput json, SeriesStatistics series)
    {
        json.StartObject("percentiles");
        foreach (var (key, value) in series.Percentiles)
        {
            json.Write(key, value);
        }

        json.EndObject();
        WriteEstimates(json, series);
    }

    private static void WriteEstimates(JsonOutput json, SeriesStatistics series)
    {
        if (series.Estimates.IsDefault)
        {
            return;
        }

        json.StartObject("early_stopping_percentiles");
        foreach (var (key, value) in series.Estimates)
        {
            json.WriteValue(key, value);
        }

        json.EndObject();
    }

    private void WriteRollup(JsonOutput json, string name, string seriesName)
    {
        json.StartObject(name);
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
                json.Write("median", series.Percentiles.First(pair => pair.Key == "50.0").Value);
                json.Write("avg", series.Average);
                json.Write("std_dev", series.StandardDeviation);
                WritePercentiles(json, series);
                json.StartObject("histogram");
                json.WriteValue("buckets", series.Histogram.Select(bucket => new[] { bucket.Low, bucket.High }));
                json.WriteValue("counts", series.Histogram.Select(bucket => bucket.Count));
                json.EndObject();
            }
        }

        json.EndObject();
    }
}
