namespace Acme.CustomHarness;

/// <summary>A submission that grows point by point.</summary>
public sealed class SubmissionFolder(HarnessOptions options)
{
    private const string System = "acme_bench";

    /// <summary>Makes what every submission has beside its results.</summary>
    public void Begin()
    {
        Write("src/harness/README.md", "# How the endpoint is served\n\n    dotnet run --project samples/StandInEndpoint\n");
        Write("docs/README.md", "# Software\n\nThe stand-in endpoint, version 1.0.\n");
    }

    /// <summary>Adds a measured point and gives its path below the submission.</summary>
    public string Add(Measurement measured)
    {
        var point = $"results/{System}/{options.Model}/r{measured.Concurrency}";
        Write($"{point}/point.yaml", $"""
            concurrency: {measured.Concurrency}
            division: Standardized
            dataset: cnn_dailymail
            max_supported_concurrency: {options.Concurrencies[^1]}
            model_name: {options.Model}
            model_precision: FP8
            link_to_model: https://huggingface.co/meta-llama/Llama-3.1-8B-Instruct
            dataset_name: CNN/DailyMail
            dataset_type: Performance
            dataset_link: https://data.acme.example/cnn_dailymail
            shared_src: src/harness
            shared_docs: docs
            runtime_settings:
              load_pattern: concurrency
              min_duration_ms: 600000
              stream_all_chunks: true
              runtime:
                scheduler_rng_seed: 10487924139932647040
                sample_index_rng_seed: 586478644936801402
                model_seed: 9315206023656308754
            seed_set: A
            target_cohort: 2026-10-C1
            steady_state:
              status: insufficient_passes
            warmup:
              duration_s: 1.0
              requests_issued: {measured.Concurrency}
              requests_completed: {measured.Concurrency}
              data_source: questions that are not measured
              concurrency: {measured.Concurrency}
              initialization_steps:
              - connections opened
              logs_retained: true
              link_logs: https://bench.acme.example/warmup

            """);
        Write($"{point}/config.yaml", $"""
            name: {options.Model}-r{measured.Concurrency}
            type: online
            model_params:
              name: {options.Model}
              max_new_tokens: {options.MaxTokens}
              temperature: 0.0
            settings:
              load_pattern:
                type: concurrency
                target_concurrency: {measured.Concurrency}

            """);
        Write($"{point}/result_summary.json", SummaryFile.Of(measured, options.GitSha));
        Write($"{point}/system_desc.json", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "system_desc.json")));
        return point;
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(options.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
