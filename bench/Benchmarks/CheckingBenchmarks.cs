using BenchmarkDotNet.Attributes;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Builtin;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Benchmarks;

/// <summary>What do a whole check, discovery and writing the report cost?</summary>
[MemoryDiagnoser]
public class CheckingBenchmarks
{
    private readonly RuleCatalogue _catalogue = new RuleCatalogueBuilder().AddRulesFrom(typeof(BuiltinRules).Assembly).Build();
    private readonly MemorySource _one = SubmissionBuilder.V1_0().ToSource();
    private readonly MemorySource _hundred = LargeSubmission.Of("v1.0", 100).ToSource();
    private readonly string _folder = Directory.CreateTempSubdirectory("mlperf-bench-").FullName;
    private Report? _report;

    [GlobalSetup]
    public void WriteFiles()
    {
        LargeSubmission.Of("v1.0", 100).WriteTo(_folder);
        _report = new SubmissionChecker(_hundred, catalogue: _catalogue).Run();
    }

    [GlobalCleanup]
    public void DeleteFiles() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public Report One_submission() => new SubmissionChecker(_one, catalogue: _catalogue).Run();

    [Benchmark]
    public Report Hundred_systems_from_memory() => new SubmissionChecker(_hundred, catalogue: _catalogue).Run();

    [Benchmark]
    public Report Hundred_systems_from_disk() => new SubmissionChecker(_folder, catalogue: _catalogue).Run();

    [Benchmark]
    public RuleCatalogue Discovery() => new RuleCatalogueBuilder().AddRulesFrom(typeof(BuiltinRules).Assembly).Build();

    [Benchmark]
    public void Writing_the_report_of_hundred_systems() => JsonReportWriter.Write(Stream.Null, _report!);
}
