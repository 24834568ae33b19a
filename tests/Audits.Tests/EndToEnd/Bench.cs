using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.Audits.Runner;

namespace MlPerf.Endpoints.Audits.Tests.EndToEnd;

/// <summary>A configuration and a dataset in a folder of their own, to be run against an endpoint.</summary>
internal sealed class Bench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Bench(string url, int rows = 40)
    {
        Url = url;
        var lines = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{{\"prompt\": \"Question {row}: what is {row} times {row + 1}?\"}}\n");
        }

        Dataset = _folder.File("data.jsonl", lines.ToString());
    }

    public string Url { get; }

    public string Dataset { get; }

    public string ReportDir => Path.Join(_folder.Path, "out");

    public string AuditDir => Path.Join(ReportDir, "audit");

    public int? Concurrency { get; init; } = 2;

    /// <summary>The audits that are known.</summary>
    public AuditRegistry Registry { get; init; } = AuditRegistry.Builtin;

    /// <summary>Requests of the main run.</summary>
    public int MainSamples { get; init; } = 12;

    public string ApiType { get; init; } = "openai";

    public bool Streaming { get; init; } = true;

    /// <summary>The block, without braces.</summary>
    public string Audit { get; init; } = "test: output_caching_test, samples: 12, sample_index: 3, threshold: 0.8, only: true";

    public string Extra { get; init; } = "";

    public string Yaml => $$"""
        type: {{(Concurrency is null ? "offline" : "online")}}
        model_params: {name: m, temperature: 0.0, streaming: "{{(Streaming ? "on" : "off")}}"}
        datasets: [{path: "{{Dataset}}"}]
        settings:
          load_pattern: {{(Concurrency is { } slots ? $"{{type: concurrency, target_concurrency: {slots}}}" : "{type: max_throughput}")}}
          runtime: {min_duration_ms: 0, n_samples_to_issue: {{MainSamples}}}
        endpoint_config: {endpoints: ["{{Url}}"], api_type: {{ApiType}}}
        report_dir: "{{ReportDir}}"
        {{Extra}}
        audit: { {{Audit}} }
        """;

    public string ConfigFile => _folder.File("benchmark.yaml", Yaml);

    public BenchmarkConfiguration Read()
    {
        var reading = new BenchmarkConfigurationReader(Registry, _ => null).Read(Encoding.UTF8.GetBytes(Yaml));
        Assert.That(reading.Problems, Is.Empty);
        return reading.Configuration!;
    }

    public Task<AuditResult> RunAsync(AuditRunOptions? options = null, IProgress<AuditProgress>? progress = null, CancellationToken stop = default, IStageHook? hook = null)
        => new AuditOrchestrator(Registry, new LoadGenerator(), hook).RunAsync(Read(), options ?? AuditRunOptions.Default, progress, stop);

    public IEnumerable<string> VerdictFiles => Directory.Exists(AuditDir) ? Directory.EnumerateFiles(AuditDir).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal) : [];

    public void Dispose() => _folder.Dispose();
}
