using System.Text.Json;
using MlPerf.Endpoints.Audits.AccuracyInPerformance;
using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.Audits.OutputCaching;
using MlPerf.Endpoints.Audits.Recheck;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Samples.StandInEndpoint;

namespace MlPerf.Endpoints.Audits.Tests.EndToEnd;

[NonParallelizable]
public sealed class OtherAuditsTests
{
    private static readonly EndpointOptions Brisk = new() { Prefill = TimeSpan.FromMilliseconds(5), Parallel = 2 };

    [Test]
    public async Task Compares_answers_under_load_with_unhurried_ones()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk);
        using var bench = new Bench(endpoint.Url) { Audit = "test: accuracy_in_performance_test, samples: 10, compare: 5, only: true" };

        var result = await bench.RunAsync();
        var again = Recheck(bench);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
            Assert.That(result.Verdict!.Details.Single(detail => detail.Name == "compared").Value, Is.EqualTo((System.Numerics.BigInteger)5));
            AssertSame(again, result);
        }
    }

    [Test]
    public async Task Checks_that_streamed_and_whole_answers_agree()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk);
        using var bench = new Bench(endpoint.Url) { Audit = "test: consistency_output_test, samples: 10, eos: [\"</s>\"], only: true" };

        var result = await bench.RunAsync();
        AssertSame(Recheck(bench), result);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
            Assert.That(result.Verdict!.Details.Take(3).Select(detail => detail.Value), Is.EqualTo(new[] { "True", "True", "True" }));
            Assert.That(Directory.Exists(Path.Join(bench.AuditDir, "streamed")), Is.True);
        }
    }

    [TestCase("90", "passed")]
    [TestCase("10", "failed")]
    public async Task Scores_a_whole_data_set_by_a_command(string score, string outcome)
    {
        await using var endpoint = await StandIn.StartAsync(Brisk);
        using var bench = new Bench(endpoint.Url, rows: 12)
        {
            Audit = $"test: accuracy_in_performance_full_test, threshold: 60.698, expected_samples: 12, scorer: \"echo {{outputs}} {score}\", only: true",
        };

        var result = await bench.RunAsync();
        var again = Recheck(bench);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo(outcome), result.Message);
            AssertSame(again, result);
            Assert.That(again.Warnings, Does.Contain(AuditWarnings.ScoreUnverified), "a re-check runs no command");
        }
    }

    [Test]
    public async Task Refuses_a_data_set_of_another_size()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk);
        using var bench = new Bench(endpoint.Url) { Audit = "test: accuracy_in_performance_full_test, threshold: 1, expected_samples: 12, scorer: \"echo {outputs} 1\"" };

        Assert.That((await bench.RunAsync()).Error, Is.EqualTo("dataset_size"));
    }

    [Test]
    public async Task Pauses_before_the_model_is_perturbed()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk);
        using var bench = new Bench(endpoint.Url) { Audit = "test: perturbed_model_test, samples: 10, target: 50, margin: 0.9, scorer: \"echo {outputs} 20\", only: true" };
        var hook = new Recording();

        var refused = await bench.RunAsync();
        var result = await bench.RunAsync(hook: hook);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Error, Is.EqualTo("operator_needed"));
            Assert.That(result.Outcome, Is.EqualTo("passed"), result.Message);
            Assert.That(hook.Tasks, Is.EqualTo(new[] { "perturbed" }));
            AssertSame(Recheck(bench), result);
        }
    }

    [Test]
    public async Task Keeps_every_verdict_of_repeated_audits()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk);
        using var bench = new Bench(endpoint.Url) { Audit = "test: output_caching_test, samples: 4, threshold: 0.9, only: true" };

        var results = await new AuditOrchestrator(AuditRegistry.Builtin, new Runner.LoadGenerator()).RunAllAsync(bench.Read(), [], AuditRunOptions.Default with { Repeat = 2 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results, Has.Length.EqualTo(2));
            Assert.That(File.Exists(Path.Join(bench.AuditDir, "1-output_caching_test", "audit_output_caching_test.json")), Is.True);
            Assert.That(File.Exists(Path.Join(bench.AuditDir, "2-output_caching_test", "audit_output_caching_test.json")), Is.True);
            AssertSame(new AuditRecheck(AuditRegistry.Builtin).Check(results[1].Folder!), results[1]);
            Assert.That(
                new AuditRecheck(AuditRegistry.Builtin).FindAudits(new FolderSource(bench.AuditDir), SubmissionPath.Root).Select(folder => folder.Value),
                Is.EqualTo(new[] { "1-output_caching_test", "2-output_caching_test" }));
        }
    }

    [TestCase(1000, 1500, "passed")]
    [TestCase(1300, 1500, "failed")]
    public async Task Judges_the_mean_length_of_an_existing_run(int min, int max, string outcome)
    {
        using var bench = new Bench("http://127.0.0.1:1") { Audit = $"test: output_length_test, min_mean: {min}, max_mean: {max}, only: true" };
        Directory.CreateDirectory(Path.Join(bench.ReportDir, "performance"));
        File.WriteAllText(Path.Join(bench.ReportDir, "performance", "result_summary.json"), """
            {"n_samples_issued": 10, "n_samples_completed": 10, "n_samples_failed": 0, "duration_ns": 1000000000, "state": "complete", "complete": true, "qps": 10.0,
             "output_sequence_lengths": {"avg": 1278.2, "histogram": {"buckets": [[1, 2]], "counts": [10]}}}
            """);

        var result = await bench.RunAsync();

        Assert.That(result.Outcome, Is.EqualTo(outcome));
        AssertSame(Recheck(bench), result);
    }

    [TestCase(100, 96, "passed")]
    [TestCase(100, 94, "failed")]
    [TestCase(100, 200, "passed")]
    public async Task Judges_a_reproduced_run_against_the_submitted_one(double submitted, double reproduced, string outcome)
    {
        using var folder = new TemporaryFolder();
        var (first, second) = (Run(folder, "submitted", submitted), Run(folder, "reproduced", reproduced));
        using var bench = new Bench("http://127.0.0.1:1") { Audit = $"test: reproduction_test, submitted: \"{first}\", reproduced: \"{second}\", margin: same_system, only: true" };

        var result = await bench.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo(outcome), result.Message);
            AssertSame(Recheck(bench), result);

            // Whoever is sent such a folder does not read what it names.
            var elsewhere = new AuditRecheck(AuditRegistry.Builtin).Check(new FolderSource(bench.ReportDir), SubmissionPath.Root / "audit", SubmissionPath.Root);
            Assert.That(elsewhere.Error, Is.EqualTo("evidence_missing"));
        }
    }

    [Test]
    public async Task Checks_several_audits_of_one_main_run_again()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk);
        using var bench = new Bench(endpoint.Url) { Audit = "test: output_caching_test, samples: 4, threshold: 0.9" };
        AuditConfiguration[] blocks =
        [
            new AccuracyInPerformanceConfiguration { Samples = 6, Threshold = 0.9 },
            new OutputCachingConfiguration { Samples = 8, SampleIndex = 5, Threshold = 0.95 },
        ];

        var results = await new AuditOrchestrator(AuditRegistry.Builtin, new Runner.LoadGenerator()).RunAllAsync(bench.Read(), blocks, AuditRunOptions.Default);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.AuditId), Is.EqualTo(blocks.Select(block => block.Test)));
            foreach (var result in results)
            {
                AssertSame(new AuditRecheck(AuditRegistry.Builtin).Check(result.Folder!), result);
            }
        }
    }

    [Test]
    public async Task Sees_stored_parameters_that_were_edited()
    {
        await using var endpoint = await StandIn.StartAsync(Brisk);
        using var bench = new Bench(endpoint.Url) { Audit = "test: output_caching_test, samples: 8, threshold: 0.9, only: true" };
        await bench.RunAsync();
        var file = Path.Join(bench.AuditDir, "audit_output_caching_test.json");
        var text = File.ReadAllText(file);
        File.WriteAllText(file, text.Insert(text.LastIndexOf("\"threshold\": 0.9", StringComparison.Ordinal) + "\"threshold\": 0.9".Length, "5"));

        Assert.That(Recheck(bench).Error, Is.EqualTo("config_drift"));
    }

    private static RecheckResult Recheck(Bench bench) => new AuditRecheck(AuditRegistry.Builtin).Check(bench.AuditDir);

    private static void AssertSame(RecheckResult again, AuditResult result)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.OutcomeName, Is.EqualTo(result.Outcome), $"{again.Error}: {again.Message}");
            Assert.That(again.Verdict?.Fields, Is.EqualTo(result.Verdict?.Fields));
        }
    }

    private static string Run(TemporaryFolder folder, string name, double tps)
    {
        folder.File($"{name}/performance/result_summary.json", JsonSerializer.Serialize(new
        {
            n_samples_issued = 10,
            n_samples_completed = 10,
            n_samples_failed = 0,
            duration_ns = 1000000000,
            state = "complete",
            complete = true,
            qps = 10.0,
            tps,
        }));
        return Path.Join(folder.Path, name);
    }

    private sealed class Recording : IStageHook
    {
        public List<string> Tasks { get; } = [];

        public Task BeforeAsync(string label, string? operatorTask, CancellationToken stop)
        {
            if (operatorTask is not null)
            {
                Tasks.Add(label);
            }

            return Task.CompletedTask;
        }
    }
}
