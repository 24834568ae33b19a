using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Json;

namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>The member <c>run_config</c> of a summary.</summary>
internal static class RunConfigJson
{
    public static void Write(JsonOutput json, BenchmarkSettings settings)
    {
        json.StartObject("run_config");
        json.StartObject("load_pattern");
        json.Write("type", settings.LoadPattern.Type);
        json.WriteValue("target_qps", settings.LoadPattern.TargetQps);
        json.WriteValue("target_concurrency", settings.LoadPattern.TargetConcurrency);
        json.EndObject();
        json.StartObject("warmup");
        json.Write("enabled", settings.Warmup.Enabled);
        json.WriteValue("n_requests", settings.Warmup.Requests);
        json.Write("salt", settings.Warmup.Salt);
        json.Write("drain", settings.Warmup.Drain);
        json.Write("warmup_random_seed", settings.Warmup.Seed);
        json.EndObject();
        json.Write("scheduler_random_seed", settings.SchedulerSeed);
        json.Write("dataloader_random_seed", settings.DataloaderSeed);
        json.EndObject();
    }
}
