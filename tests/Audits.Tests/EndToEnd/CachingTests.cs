using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.Audits.Recheck;
using MlPerf.Endpoints.Samples.StandInEndpoint;

namespace MlPerf.Endpoints.Audits.Tests.EndToEnd;

/// <summary>What is seen of each kind of server, by the rule and beyond it. The stand-in takes 30 ms and more a request, so that the machine's noise does not decide.</summary>
[NonParallelizable]
public sealed class CachingTests
{
    private static readonly EndpointOptions Slow = new() { Prefill = TimeSpan.FromMilliseconds(30), PerToken = TimeSpan.FromMilliseconds(5), Parallel = 2 };

    /// <summary>What a process does for the first time takes longer than what is measured here.</summary>
    [OneTimeSetUp]
    public async Task Runs_once_before_anything_is_measured()
    {
        await using var endpoint = await StandIn.StartAsync(new EndpointOptions());
        foreach (var apiType in (string[])["openai", "videogen"])
        {
            using var bench = new Bench(endpoint.Url) { ApiType = apiType };
            await bench.RunAsync();
        }
    }

    [TestCase(2)]
    [TestCase(null)]
    public async Task Passes_an_honest_endpoint(int? concurrency)
    {
        await using var endpoint = await StandIn.StartAsync(Slow);
        using var bench = new Bench(endpoint.Url) { Concurrency = concurrency };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(bench.VerdictFiles, Is.EqualTo(new[] { "audit_output_caching_test.json", "verify_OUTPUT_CACHING_TEST.txt" }));
            Assert.That(result.Warnings, Does.Not.Contain(AuditWarnings.LatencyShift).And.Not.Contain(AuditWarnings.AnswersCoalesced).And.Not.Contain(AuditWarnings.RepeatsFasterThanFirst));

            // 12 of the reference, one to prime, 12 of the fixed sample.
            Assert.That(endpoint.Requests, Is.EqualTo(25));
        }
    }

    [Test]
    public async Task Rechecks_its_own_folder_to_the_stored_verdict()
    {
        await using var endpoint = await StandIn.StartAsync(Slow);
        using var bench = new Bench(endpoint.Url);
        var result = await bench.RunAsync();

        var again = new AuditRecheck(AuditRegistry.Builtin).Check(bench.AuditDir);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Outcome, Is.EqualTo(RecheckOutcome.Passed), again.Message);
            Assert.That(again.Verdict!.Fields, Is.EqualTo(result.Verdict!.Fields));
            Assert.That(again.Error, Is.Null);
        }
    }

    [TestCase(1)]
    [TestCase(null)]
    public async Task Fails_an_endpoint_that_caches(int? concurrency)
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Exact });
        using var bench = new Bench(endpoint.Url) { Concurrency = concurrency };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("failed"), result.Message);
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(File.ReadAllText(Path.Join(bench.AuditDir, "verify_OUTPUT_CACHING_TEST.txt")), Is.EqualTo("Performance check pass: False\n"));
            Assert.That(result.Warnings, Does.Contain(AuditWarnings.LatencyShift));
        }
    }

    [Test]
    public async Task Misses_a_cache_while_everything_is_in_flight_unless_it_is_primed_D7()
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Exact, Parallel = 4 });
        var order = new Runner.Orders.SampleSequence(SampleOrder.WithoutReplacement, 40, 42);
        var inReference = Enumerable.Range(0, 12).Select(_ => order.Next()).ToHashSet();
        var row = Enumerable.Range(0, 40).First(index => !inReference.Contains(index));
        using var bench = new Bench(endpoint.Url) { Concurrency = null, Audit = $"test: output_caching_test, samples: 12, sample_index: {row}, threshold: 0.8, only: true" };

        var result = await bench.RunAsync(AuditRunOptions.Default with { PrimesFixedSample = false });

        Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
    }

    [Test]
    public async Task Tells_that_the_main_run_may_have_warmed_the_cache_D6()
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Exact });
        using var bench = new Bench(endpoint.Url) { Audit = "test: output_caching_test, samples: 12, sample_index: 3, threshold: 0.8" };

        var result = await bench.RunAsync();

        Assert.That(result.Warnings, Does.Contain(AuditWarnings.ReferenceFasterThanMain), result.Message);
    }

    [Test]
    public async Task Sees_coalescing_where_repeats_are_in_flight_together()
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Coalesce, Parallel = 1 });
        using var bench = new Bench(endpoint.Url) { Concurrency = null };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("failed"), result.Message);
            Assert.That(result.Warnings, Does.Contain(AuditWarnings.AnswersCoalesced));
        }
    }

    [Test]
    public async Task Sees_no_coalescing_in_a_closed_loop_of_one()
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Coalesce });
        using var bench = new Bench(endpoint.Url) { Concurrency = 1 };

        var result = await bench.RunAsync();

        Assert.That(result.Warnings, Does.Not.Contain(AuditWarnings.AnswersCoalesced), "one request at a time gives nothing to coalesce");
    }

    [Test]
    public async Task Sees_a_prefix_cache_in_the_times_to_first_token_only()
    {
        // Most of a request is generation, which a prefix cache does not spare: the rate hides what the first token shows.
        await using var endpoint = await StandIn.StartAsync(new EndpointOptions
        {
            Cache = CacheKind.Prefix,
            Prefill = TimeSpan.FromMilliseconds(20),
            PerToken = TimeSpan.FromMilliseconds(15),
            Chunks = 6,
            Parallel = 2,
        });
        using var bench = new Bench(endpoint.Url) { Concurrency = 1 };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
            Assert.That(result.Warnings, Does.Contain(AuditWarnings.TtftShift));
        }
    }

    [Test]
    public async Task Audits_video_generation()
    {
        await using var endpoint = await StandIn.StartAsync(Slow);
        using var bench = new Bench(endpoint.Url) { ApiType = "videogen" };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
            Assert.That(result.Warnings, Does.Not.Contain(AuditWarnings.NotApplicableToTextGeneration));
        }
    }
}
