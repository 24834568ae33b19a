using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text;
using MlPerf.Endpoints.Audits;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.Audits.Runner;
using MlPerf.Endpoints.Audits.Runner.Adapters;

// One run of the load generator, as an audit's phase would be; prints one line of figures. See bench/load.sh.
var (url, count, concurrency) = (args[0], long.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
var counter = args.Length > 3 ? new BlankCounter() : null;
var folder = Directory.CreateTempSubdirectory("load-").FullName;
try
{
    var data = Path.Join(folder, "data.jsonl");
    File.WriteAllLines(data, Enumerable.Range(0, 1000).Select(row => $"{{\"prompt\": \"Describe topic number {row} in a few words.\"}}"));
    var yaml = $$"""
        type: online
        model_params: {name: m, streaming: "on"}
        datasets: [{path: "{{data}}"}]
        settings:
          load_pattern: {type: concurrency, target_concurrency: {{concurrency}}}
          runtime: {min_duration_ms: 0}
        endpoint_config: {endpoints: ["{{url}}"]}
        """;
    var benchmark = new BenchmarkConfigurationReader(AuditRegistry.Builtin).Read(Encoding.UTF8.GetBytes(yaml)).Configuration!;
    var runner = new LoadGenerator(tokens: counter);
    await using var run = await runner.PrepareAsync(new RunRequest("load", benchmark, Path.Join(folder, "out")) { SampleCount = new BigInteger(count), DrainsWithoutLimit = true }, CancellationToken.None);
    var ready = DateTimeOffset.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime();
    var watch = Stopwatch.StartNew();
    await run.ExecuteAsync(null, CancellationToken.None);
    var seconds = watch.Elapsed.TotalSeconds;
    var report = await run.FinishAsync();
    var process = Process.GetCurrentProcess();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"requests={count} failed={report!.Failed} seconds={seconds:F2} rate={count / seconds:F0} cpu_s={process.TotalProcessorTime.TotalSeconds:F2} user_s={process.UserProcessorTime.TotalSeconds:F2} peak_mib={process.PeakWorkingSet64 / 1048576.0:F1} ready_s={ready.TotalSeconds:F2} allocated_per_request={GC.GetTotalAllocatedBytes() / count}"));
}
finally
{
    Directory.Delete(folder, recursive: true);
}

/// <summary>Counts blanks: the least that a tokenizer can cost.</summary>
internal sealed class BlankCounter : ITokenCounter
{
    public string Id => "blanks";

    public int Count(ReadOnlySpan<char> text) => text.Count(' ') + 1;
}
