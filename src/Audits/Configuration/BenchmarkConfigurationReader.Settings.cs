using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <content>The mapping <c>settings</c>.</content>
public sealed partial class BenchmarkConfigurationReader
{
    private static BenchmarkSettings? ReadSettings(FieldReader fields, SectionReader top, string? mode)
    {
        var section = SectionReader.Open(fields, "settings");
        var holder = section.Fields ?? FieldReader.Open(Node.Map(fields.Node.Location, []), "settings", "/settings", [])!;

        var runtime = SectionReader.Open(holder, "runtime");
        var least = Duration(runtime, "min_duration_ms", 600_000);
        var most = Duration(runtime, "max_duration_ms", 0);
        var count = runtime.Integer("n_samples_to_issue", null, Presence.Nullable, greaterThan: 0);
        var schedulerSeed = runtime.Integer("scheduler_random_seed", 42);
        var dataloaderSeed = runtime.Integer("dataloader_random_seed", 42);
        runtime.Close();
        if (most is { IsZero: false } && most < least)
        {
            runtime.Refuse("max_duration_ms", $"0 for no limit, or at least min_duration_ms, {least}");
        }

        section.Add("runtime", runtime.Members);
        var pattern = ReadLoadPattern(holder, section, mode, top);

        var client = SectionReader.Open(holder, "client");
        var workers = client.Integer("num_workers", -1);
        client.Pass("log_level");
        client.Integer("warmup_connections", -1);
        client.Pass("auto_warmup_budget_fraction", "max_concurrent_warmup_connects");
        var connections = client.Integer("max_connections", -1);
        client.Pass("transport");
        var allChunks = client.Boolean("stream_all_chunks", false);
        client.Pass("worker_initialization_timeout", "worker_graceful_shutdown_wait", "worker_force_kill_timeout");
        var insecure = client.Boolean("insecure", false);
        var idle = client.Number("max_idle_time", 4.0);
        client.Pass("min_required_connections", "worker_gc_mode", "endpoint_urls", "api_type", "api_key", "event_logs_dir", "cpu_affinity", "adapter", "accumulator");
        client.Close();
        foreach (var (field, value) in new[] { ("num_workers", workers), ("max_connections", connections) })
        {
            if (value is { IsZero: true } || value < -1)
            {
                client.Refuse(field, "-1 for automatic, or at least 1");
            }
        }

        section.Add("client", client.Members);

        var drain = SectionReader.Open(holder, "drain");
        drain.Pass("warmup_timeout_s");
        var isDrainGiven = drain.Fields?.Raw("performance_timeout_s") is not null;
        var drainTimeout = drain.Number("performance_timeout_s", 240.0, Presence.Nullable, greaterThan: 0);
        drain.Pass("accuracy_timeout_s", "metrics_drain_timeout_s", "metrics_tokenizer_workers");
        drain.Close();
        section.Add("drain", drain.Members);

        var warmup = SectionReader.Open(holder, "warmup");
        var warmupConfiguration = new WarmupConfiguration(
            warmup.Boolean("enabled", false),
            warmup.Integer("n_requests", null, Presence.Nullable, greaterThan: 0),
            warmup.Boolean("salt", false),
            warmup.Boolean("drain", false),
            warmup.Integer("warmup_random_seed", 42) ?? 42);
        warmup.Close();
        section.Add("warmup", warmup.Members);
        section.Pass("profiling");

        var early = SectionReader.Open(holder, "early_stopping");
        var isEarly = early.Boolean("enabled", true);
        early.Close();
        section.Add("early_stopping", early.Members);
        section.Pass("service_ready_timeout_s");
        section.Close();
        top.Add("settings", section.Members);
        return pattern is null
            ? null
            : new BenchmarkSettings
            {
                LoadPattern = pattern,
                MinDurationMs = least ?? 600_000,
                MaxDurationMs = most ?? 0,
                SamplesToIssue = count,
                SchedulerSeed = schedulerSeed ?? 42,
                DataloaderSeed = dataloaderSeed ?? 42,
                MaxConnections = connections ?? -1,
                Insecure = insecure,
                StreamAllChunks = allChunks,
                MaxIdleTimeS = idle ?? 4,
                DrainTimeoutS = drainTimeout,
                IsDrainTimeoutGiven = isDrainGiven,
                Warmup = warmupConfiguration,
                EarlyStopping = isEarly,
            };
    }

    private static LoadPatternConfiguration? ReadLoadPattern(FieldReader holder, SectionReader section, string? mode, SectionReader top)
    {
        var pattern = SectionReader.Open(holder, "load_pattern");
        var type = pattern.OneOf("type", LoadPatternConfiguration.MaxThroughput, LoadPatternConfiguration.All);
        var qps = pattern.Number("target_qps", null, Presence.Nullable, greaterThan: 0);
        var concurrency = pattern.Integer("target_concurrency", null, Presence.Nullable, greaterThan: 0);
        if (type == "poisson")
        {
            pattern.Boolean("use_legacy_loadgen_qps_metrics", true);
        }
        else
        {
            _ = pattern.Fields?.Boolean("use_legacy_loadgen_qps_metrics", Presence.Optional);
        }

        pattern.Close();
        section.Add("load_pattern", pattern.Members);
        if (holder.HasProblems)
        {
            return null;
        }

        if (type == "poisson" && qps is null)
        {
            pattern.Refuse("target_qps", "requests a second, as the pattern is poisson");
        }

        if (type is LoadPatternConfiguration.Concurrency or "agentic_inference" && concurrency is null)
        {
            pattern.Refuse("target_concurrency", $"requests in flight, as the pattern is {type}");
        }

        if (mode == "offline" && type != LoadPatternConfiguration.MaxThroughput)
        {
            top.Refuse("settings", $"the load pattern {LoadPatternConfiguration.MaxThroughput}, as the type is offline");
        }
        else if (mode == "online" && !OnlinePatterns.Contains(type, StringComparer.Ordinal))
        {
            top.Refuse("settings", $"a load pattern of {string.Join(", ", OnlinePatterns)}, as the type is online");
        }

        return new LoadPatternConfiguration(type, qps, concurrency);
    }

    // A text may end in a unit: ms, s, m.
    private static BigInteger? Duration(SectionReader section, string field, BigInteger standard)
    {
        if (section.Fields?.Raw(field) is not { Kind: NodeKind.Text, AsText: { } spelled })
        {
            return section.Integer(field, standard, atLeast: 0);
        }

        var text = spelled.Trim();
        var (digits, factor) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 1)
            : text.EndsWith('m') ? (text[..^1], 60_000)
            : text.EndsWith('s') ? (text[..^1], 1000)
            : (null, 1);
        if (digits is null)
        {
            return section.Integer(field, standard, atLeast: 0);
        }

        if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 1e15)
        {
            var milliseconds = new BigInteger(Math.Truncate(value * factor));
            section.Add(field, milliseconds);
            return milliseconds;
        }

        section.Fields!.Refuse(FieldKeys.IntParsing, field, "milliseconds, or a number followed by ms, s or m");
        return null;
    }
}
