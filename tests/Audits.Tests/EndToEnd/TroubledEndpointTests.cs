using System.Text.Json;
using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.Samples.StandInEndpoint;

namespace MlPerf.Endpoints.Audits.Tests.EndToEnd;

[NonParallelizable]
public sealed class TroubledEndpointTests
{
    private static readonly EndpointOptions Brisk = new() { Prefill = TimeSpan.FromMilliseconds(10), Parallel = 2 };

    [Test]
    public async Task Fails_where_every_third_request_fails_D1()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk with { FailEvery = 3 });
        using var bench = new Bench(endpoint.Url) { Audit = "test: output_caching_test, samples: 12, threshold: 0.2, only: true" };

        var result = await bench.RunAsync();
        var asTheTool = await bench.RunAsync(AuditRunOptions.Default with { CountFailedAsCompleted = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("failed"));
            Assert.That(result.Verdict!.ReasonKind, Is.EqualTo("incomplete"));
            Assert.That(result.Warnings, Does.Contain("request_failures:reference"));
            Assert.That(asTheTool.Verdict!.ReasonKind, Is.Not.EqualTo("incomplete"));
        }
    }

    [TestCase(10, 0)]
    [TestCase(0, 10)]
    public async Task Judges_where_one_request_in_ten_fails_or_is_cut_off(int failEvery, int dropEvery)
    {
        await using var endpoint = await StandIn.StartAsync(Brisk with { FailEvery = failEvery, DropEvery = dropEvery });
        using var bench = new Bench(endpoint.Url);

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Verdict, Is.Not.Null, result.Message);
            Assert.That(result.Warnings.Where(warning => warning.StartsWith("request_failures:", StringComparison.Ordinal)), Is.Not.Empty);
            Assert.That(File.ReadAllText(Path.Join(bench.AuditDir, "reference", "events.jsonl")) + File.ReadAllText(Path.Join(bench.AuditDir, "output_caching", "events.jsonl")), Does.Contain("error.generic"));
        }
    }

    [Test]
    public async Task Passes_over_malformed_events()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk with { SendsMalformedEvents = true });
        using var bench = new Bench(endpoint.Url);

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Verdict, Is.Not.Null, result.Message);
            Assert.That(Summary(bench, "reference").GetProperty("n_samples_failed").GetInt32(), Is.Zero);
        }
    }

    [Test]
    public async Task Gives_up_on_an_endpoint_that_hangs_D13()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk with { HangAfter = 5 });
        using var bench = new Bench(endpoint.Url);

        var result = await bench.RunAsync(AuditRunOptions.Default with { StallTimeout = TimeSpan.FromSeconds(1.5) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(4), result.Message);
            Assert.That(result.Error, Is.EqualTo("stalled"));
            Assert.That(bench.VerdictFiles, Is.Empty);
        }
    }

    [Test]
    public async Task Waits_for_a_slow_endpoint()
    {
        await using var endpoint = await StandIn.StartAsync(new EndpointOptions { Prefill = TimeSpan.FromMilliseconds(300), Parallel = 1 });
        using var bench = new Bench(endpoint.Url) { Concurrency = null, Audit = "test: output_caching_test, samples: 3, threshold: 0.5, only: true" };

        Assert.That((await bench.RunAsync()).Outcome, Is.EqualTo("passed"));
    }

    [Test]
    public async Task Refuses_an_endpoint_where_nothing_listens()
    {
        using var bench = new Bench("http://127.0.0.1:1");

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(3));
            Assert.That(result.Error, Is.EqualTo("endpoint_unreachable"));
        }
    }

    [Test]
    public async Task Sends_nothing_and_writes_nothing_where_the_index_does_not_exist_D2()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk);
        using var bench = new Bench(endpoint.Url) { Audit = "test: output_caching_test, samples: 12, sample_index: 4000" };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(3));
            Assert.That(endpoint.Requests, Is.Zero);
            Assert.That(Directory.Exists(bench.ReportDir), Is.False);
        }
    }

    [TestCase("main")]
    [TestCase("reference")]
    [TestCase("output_caching")]
    public async Task Ends_without_a_verdict_where_it_is_stopped(string stage)
    {
        await using var endpoint = await StandIn.StartAsync(new EndpointOptions { Prefill = TimeSpan.FromMilliseconds(100), Parallel = 1 });
        using var bench = new Bench(endpoint.Url) { Audit = "test: output_caching_test, samples: 12, threshold: 0.5" };
        using var stop = new CancellationTokenSource();

        var result = await bench.RunAsync(progress: new StopAt(stage, stop), stop: stop.Token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(130), result.Message);
            Assert.That(result.Outcome, Is.EqualTo("interrupted"));
            Assert.That(bench.VerdictFiles, Is.Empty);
            Assert.That(Directory.Exists(Path.Join(bench.AuditDir, "reference")), Is.EqualTo(stage is not "main"));
            Assert.That(Directory.Exists(Path.Join(bench.AuditDir, "output_caching")), Is.EqualTo(stage is "output_caching"));

            // What there is of the run is written all the same, and says that it was stopped.
            var summary = JsonDocument.Parse(File.ReadAllBytes(Path.Join(stage is "main" ? bench.ReportDir : Path.Join(bench.AuditDir, stage), "performance", "result_summary.json"))).RootElement;
            Assert.That(summary.GetProperty("state").GetString(), Is.EqualTo("interrupted"));
            Assert.That(summary.GetProperty("complete").GetBoolean(), Is.False);
        }
    }

    [Test]
    public async Task Removes_an_earlier_verdict_before_the_first_request_D5()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk with { HangAfter = 1 });
        using var bench = new Bench(endpoint.Url);
        Directory.CreateDirectory(bench.AuditDir);
        File.WriteAllText(Path.Join(bench.AuditDir, "audit_output_caching_test.json"), "{}");
        File.WriteAllText(Path.Join(bench.AuditDir, "verify_OUTPUT_CACHING_TEST.txt"), "Performance check pass: True\n");

        await bench.RunAsync(AuditRunOptions.Default with { StallTimeout = TimeSpan.FromSeconds(1) });

        Assert.That(bench.VerdictFiles, Is.Empty);
    }

    [Test]
    public async Task Writes_a_run_folder_that_adds_up()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk);
        using var bench = new Bench(endpoint.Url) { Extra = "verbose: false" };
        var folder = Path.Join(bench.AuditDir, "reference");

        // What a killed run leaves.
        Directory.CreateDirectory(Path.Join(folder, "metrics"));
        foreach (var file in (string[])["audit_output_caching_test.json", "reference/sample_idx_map.json", "reference/metrics/final_snapshot.json", "reference/config.yaml"])
        {
            File.WriteAllText(Path.Join(bench.AuditDir, $"{file}.{Guid.NewGuid():N}.tmp"), "{");
        }

        await bench.RunAsync();
        var summary = Summary(bench, "reference");
        var map = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "sample_idx_map.json"))).RootElement.GetProperty("performance");
        var events = File.ReadAllLines(Path.Join(folder, "events.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var order = new Runner.Orders.SampleSequence(SampleOrder.WithoutReplacement, 40, 42);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(map.EnumerateObject().Select(entry => entry.Value.GetInt32()), Is.EqualTo(Enumerable.Range(0, 12).Select(_ => order.Next())));
            Assert.That(summary.GetProperty("n_samples_completed").GetInt32(), Is.EqualTo(12));
            Assert.That(summary.GetProperty("version").GetString(), Does.StartWith("MlPerf.Endpoints.Audits/"));
            Assert.That(summary.GetProperty("qps").GetDouble(), Is.EqualTo(12 / (summary.GetProperty("duration_ns").GetInt64() / 1e9)).Within(1e-9).Percent);
            Assert.That(events.Count(item => item.GetProperty("event_type").GetString() == "sample.recv_first"), Is.EqualTo(12));
            Assert.That(events[0].GetProperty("event_type").GetString(), Is.EqualTo("session.started"));
            Assert.That(events[^1].GetProperty("event_type").GetString(), Is.EqualTo("session.ended"));
            Assert.That(File.ReadAllText(Path.Join(folder, "config.yaml")), Does.Not.Contain("audit:").And.Contain("load_pattern:"));
            Assert.That(File.Exists(Path.Join(folder, "metrics", "final_snapshot.json")), Is.True);
            Assert.That(Directory.EnumerateFiles(bench.ReportDir, "*.tmp", SearchOption.AllDirectories), Is.Empty);
        }
    }

    private static JsonElement Summary(Bench bench, string phase)
        => JsonDocument.Parse(File.ReadAllBytes(Path.Join(bench.AuditDir, phase, "performance", "result_summary.json"))).RootElement;

    /// <summary>Asks for a stop once a stage has completed a request.</summary>
    private sealed class StopAt(string stage, CancellationTokenSource stop) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value)
        {
            if (value.Label == stage && value.Run is { Completed: > 0 })
            {
                stop.Cancel();
            }
        }
    }
}
