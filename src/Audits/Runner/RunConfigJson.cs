using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Json;

namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>The member <c>run_config</c> of a summary.</summary>
internal static class RunConfigJson
{
    public static void Write(Utf8JsonWriter json, BenchmarkSettings settings)
    {
        json.WriteStartObject("run_config");
        json.WriteStartObject("load_pattern");
        json.WriteString("type", settings.LoadPattern.Type);
        json.WriteValue("target_qps", settings.LoadPattern.TargetQps);
        json.WriteValue("target_concurrency", settings.LoadPattern.TargetConcurrency);
        json.WriteEndObject();
        json.WriteStartObject("warmup");
        json.WriteBoolean("enabled", settings.Warmup.Enabled);
        json.WriteValue("n_requests", settings.Warmup.Requests);
        json.WriteBoolean("salt", settings.Warmup.Salt);
        json.WriteBoolean("drain", settings.Warmup.Drain);
        json.WriteValue("warmup_random_seed", settings.Warmup.Seed);
        json.WriteEndObject();
        json.WriteValue("scheduler_random_seed", settings.SchedulerSeed);
        json.WriteValue("dataloader_random_seed", settings.DataloaderSeed);
        json.WriteEndObject();
    }
}
