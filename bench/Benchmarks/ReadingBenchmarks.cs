using BenchmarkDotNet.Attributes;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Benchmarks;

/// <summary>What does it cost to read one file of each kind into located nodes?</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private byte[] _bytes = [];
    private SubmissionPath _path;
    private DocumentLanguage _language;

    [Params("point.yaml", "config.yaml", "system_desc.json", "result_summary.json", "accuracy_results.json")]
    public string File { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        _path = SubmissionPath.Parse($"results/acme_a8/llama3_1-8b/r8/{File}");
        _bytes = Samples.Files("v1.0/standardized")[_path.Value];
        _language = File.EndsWith(".yaml", StringComparison.Ordinal) ? DocumentLanguage.Yaml : DocumentLanguage.Json;
    }

    [Benchmark]
    public Document Read() => DocumentReader.Read(_bytes, _path, _language);
}
