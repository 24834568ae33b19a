using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.Audits.Recheck;
using MlPerf.Endpoints.Samples.StandInEndpoint;

namespace MlPerf.Endpoints.Audits.Tests.EndToEnd;

/// <summary>What is seen of each kind of server, by the rule and beyond it: a test for each row of the table in docs/audits.md.</summary>
/// <remarks>The stand-in takes its time, and a computation takes many times as long as an answer from memory: what is told apart is far further apart than the noise of a
/// busy machine. The tests wait rather than work, so they wait together.</remarks>
[Parallelizable(ParallelScope.Children)]
public sealed class CachingTests
{
    /// <summary>Four chunks in 600 ms; an answer from memory in 50 ms.</summary>
    private static readonly EndpointOptions Slow = new()
    {
        Prefill = TimeSpan.FromMilliseconds(300),
        PerToken = TimeSpan.FromMilliseconds(100),
        LookUp = TimeSpan.FromMilliseconds(50),
        Parallel = 2,
    };

    private const string TenSamples = "test: output_caching_test, samples: 10, sample_index: 3, threshold: 0.8, only: true";

    private static readonly string[] Beyond =
    [
        AuditWarnings.ReferenceFasterThanMain,
        AuditWarnings.LatencyShift,
        AuditWarnings.TtftShift,
        AuditWarnings.RepeatsFasterThanFirst,
        AuditWarnings.AnswersCoalesced,
        AuditWarnings.Of(AuditWarnings.AnswersArriveWhole, "reference"),
        AuditWarnings.Of(AuditWarnings.AnswersArriveWhole, "output_caching"),
    ];

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

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(null)]
    public async Task Passes_an_honest_endpoint(int? concurrency)
    {
        await using var endpoint = await StandIn.StartAsync(Slow);
        using var bench = new Bench(endpoint.Url) { Concurrency = concurrency, Audit = TenSamples };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(bench.VerdictFiles, Is.EqualTo(new[] { "audit_output_caching_test.json", "verify_OUTPUT_CACHING_TEST.txt" }));
            Assert.That(Seen(result), Is.Empty);

            // 10 of the reference, one to prime, 10 of the fixed sample.
            Assert.That(endpoint.Requests, Is.EqualTo(21));
            Assert.That(endpoint.Computations, Is.EqualTo(21));
        }
    }

    [Test]
    public async Task Takes_an_endpoint_that_does_not_flush_for_one_whose_answers_arrive_whole()
    {
        // Half a second each: the last bytes of an answer come within 2 % of it.
        await using var endpoint = await StandIn.StartAsync(new EndpointOptions { Prefill = TimeSpan.FromMilliseconds(500), FlushesEachChunk = false });
        using var bench = new Bench(endpoint.Url) { Concurrency = 4, Audit = TenSamples };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
            Assert.That(Seen(result), Is.EqualTo(Beyond[^2..]));
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
    [TestCase(2)]
    [TestCase(null)]
    public async Task Fails_an_endpoint_that_caches(int? concurrency)
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Exact });
        using var bench = new Bench(endpoint.Url) { Concurrency = concurrency, Audit = TenSamples };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("failed"), result.Message);
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(File.ReadAllText(Path.Join(bench.AuditDir, "verify_OUTPUT_CACHING_TEST.txt")), Is.EqualTo("Performance check pass: False\n"));
            Assert.That(result.Warnings, Does.Contain(AuditWarnings.LatencyShift).And.Contain(AuditWarnings.TtftShift));
            Assert.That(Seen(result), Does.Not.Contain(AuditWarnings.ReferenceFasterThanMain).And.Not.Contain(AuditWarnings.Of(AuditWarnings.AnswersArriveWhole, "reference")));
        }
    }

    [Test]
    public async Task Sees_repeats_that_are_faster_than_the_first_where_it_is_not_primed()
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Exact });
        using var bench = new Bench(endpoint.Url) { Concurrency = 1, Audit = $"test: output_caching_test, samples: 14, sample_index: {RowOutsideOfTheReference()}, threshold: 0.8, only: true" };

        var result = await bench.RunAsync(AuditRunOptions.Default with { PrimesFixedSample = false });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("failed"), result.Message);
            Assert.That(result.Warnings, Does.Contain(AuditWarnings.LatencyShift).And.Contain(AuditWarnings.TtftShift).And.Contain(AuditWarnings.RepeatsFasterThanFirst));
        }
    }

    [Test]
    public async Task Misses_a_cache_while_everything_is_in_flight_unless_it_is_primed_D7()
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Exact, Parallel = 4 });
        using var bench = new Bench(endpoint.Url) { Concurrency = null, Audit = $"test: output_caching_test, samples: 10, sample_index: {RowOutsideOfTheReference()}, threshold: 0.8, only: true" };

        var result = await bench.RunAsync(AuditRunOptions.Default with { PrimesFixedSample = false });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
            Assert.That(Seen(result), Is.Empty);
            Assert.That(endpoint.Computations, Is.EqualTo(20), "no look-up found anything");
        }
    }

    [Test]
    public async Task Fails_a_cache_that_is_looked_up_when_its_turn_comes_without_priming()
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Exact, LooksUpOnDequeue = true, Parallel = 1 });
        using var bench = new Bench(endpoint.Url) { Concurrency = null, Audit = $"test: output_caching_test, samples: 14, sample_index: {RowOutsideOfTheReference()}, threshold: 0.8, only: true" };

        var result = await bench.RunAsync(AuditRunOptions.Default with { PrimesFixedSample = false });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("failed"), result.Message);
            Assert.That(result.Warnings, Does.Contain(AuditWarnings.LatencyShift).And.Contain(AuditWarnings.TtftShift));
            Assert.That(endpoint.Computations, Is.EqualTo(14 + 1));
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(null)]
    public async Task Tells_that_the_main_run_may_have_warmed_the_cache_D6(int? concurrency)
    {
        // An answer from memory takes half a second, so that one that comes in one piece is seen to: what follows its first bytes comes within 2 % of that.
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Exact, Prefill = TimeSpan.FromMilliseconds(1700), LookUp = TimeSpan.FromMilliseconds(500) });
        using var bench = new Bench(endpoint.Url) { Concurrency = concurrency, Audit = "test: output_caching_test, samples: 8, sample_index: 3, threshold: 0.8", MainSamples = 8 };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);

            // With everything in flight, answers from memory end within milliseconds of each other in both phases: by chance in one only.
            var seen = Seen(result).Where(warning => concurrency is not null || warning is not AuditWarnings.AnswersCoalesced);
            Assert.That(seen, Is.EquivalentTo([AuditWarnings.ReferenceFasterThanMain, .. Beyond[^2..]]));
        }
    }

    [Test]
    public async Task Sees_coalescing_where_repeats_are_in_flight_together()
    {
        // Answers count as one where they end within 1 % of their latency: 30 ms here.
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Coalesce, Prefill = TimeSpan.FromMilliseconds(2700), Parallel = 3 });
        using var bench = new Bench(endpoint.Url) { Concurrency = null, Audit = TenSamples };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("failed"), result.Message);
            Assert.That(result.Warnings, Does.Contain(AuditWarnings.AnswersCoalesced));
            Assert.That(endpoint.Computations, Is.EqualTo(10 + 1 + 1));
        }
    }

    [Test]
    public async Task Sees_no_coalescing_in_a_closed_loop_of_one()
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Coalesce });
        using var bench = new Bench(endpoint.Url) { Concurrency = 1, Audit = TenSamples };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
            Assert.That(Seen(result), Is.Empty, "one request at a time gives nothing to coalesce");
            Assert.That(endpoint.Computations, Is.EqualTo(21));
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Sees_a_prefix_cache_in_the_times_to_first_token_only(int concurrency)
    {
        // Most of a request is generation, which a prefix cache does not spare: the rate hides what the first token shows.
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = CacheKind.Prefix, Prefill = TimeSpan.FromMilliseconds(150), PerToken = TimeSpan.FromMilliseconds(150), Chunks = 8 });
        using var bench = new Bench(endpoint.Url) { Concurrency = concurrency, Audit = TenSamples };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
            Assert.That(Seen(result), Is.EqualTo(new[] { AuditWarnings.TtftShift }));
            Assert.That(result.Warnings, Does.Contain(AuditWarnings.NotApplicableToTextGeneration));
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

    private static string[] Seen(AuditResult result) => [.. Beyond.Where(warning => result.Warnings.Contains(warning))];

    // A cache that the reference has filled would know the row.
    private static int RowOutsideOfTheReference()
    {
        var order = new Runner.Orders.SampleSequence(SampleOrder.WithoutReplacement, 40, 42);
        var inReference = Enumerable.Range(0, 14).Select(_ => order.Next()).ToHashSet();
        return Enumerable.Range(0, 40).First(index => !inReference.Contains(index));
    }
}
