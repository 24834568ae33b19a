using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime;
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
    var watch = Stopwatch.StartNew();
    await run.ExecuteAsync(null, CancellationToken.None);
    var seconds = watch.Elapsed.TotalSeconds;
    var report = await run.FinishAsync();
    var process = Process.GetCurrentProcess();
    var (committed, collections) = (GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes, GC.CollectionCount(0));
    var firstRequest = SinceStart(process, FirstIssueNs(Path.Join(folder, "out", "events.jsonl")));
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"requests={count} failed={report!.Failed} seconds={seconds:F2} rate={count / seconds:F0} cpu_s={process.TotalProcessorTime.TotalSeconds:F2} user_s={process.UserProcessorTime.TotalSeconds:F2} peak_kib={process.PeakWorkingSet64 / 1024} first_request_s={firstRequest.TotalSeconds:F2} allocated_per_request={GC.GetTotalAllocatedBytes() / count} collections={collections} committed_kib={committed / 1024} jitted={JitInfo.GetCompiledMethodCount()} live_kib={GC.GetTotalMemory(forceFullCollection: true) / 1024}"));
    GC.KeepAlive(run);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

// The first event of a request, on the clock of Stopwatch.
static long FirstIssueNs(string events)
{
    const string Stamp = "\"timestamp_ns\":";
    var line = File.ReadLines(events).First(text => text.Contains("sample.issued", StringComparison.Ordinal));
    var rest = line[(line.IndexOf(Stamp, StringComparison.Ordinal) + Stamp.Length)..];
    return long.Parse(rest[..rest.IndexOf(',', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
}

static TimeSpan SinceStart(Process process, long atNs)
    => DateTimeOffset.UtcNow - process.StartTime.ToUniversalTime() - (Stopwatch.GetElapsedTime(0) - TimeSpan.FromMicroseconds(atNs / 1000.0));

/// <summary>Counts blanks: the least that a tokenizer can cost.</summary>
internal sealed class BlankCounter : ITokenCounter
{
    public string Id => "blanks";

    public int Count(ReadOnlySpan<char> text) => text.Count(' ') + 1;
}
