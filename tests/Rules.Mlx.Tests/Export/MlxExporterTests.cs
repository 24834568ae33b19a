using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Export;
using MlPerf.Endpoints.Rules.Mlx.Records;
using MlPerf.Endpoints.Rules.Mlx.Validation;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Mlx.Tests.Export;

public sealed class MlxExporterTests
{
    private static readonly MlxExportOptions Given = new()
    {
        Timestamp = new DateTimeOffset(2026, 5, 4, 11, 3, 21, TimeSpan.FromHours(2)),
        GitSha = "fdf4257",
    };

    private static readonly RuleCatalogue Pack = new RuleCatalogueBuilder().AddRulesFrom(typeof(MlxRules).Assembly).Build();

    public static IEnumerable<string> Runs()
        => Directory.EnumerateDirectories(Path.Combine(TestContext.CurrentContext.TestDirectory, "Corpus/runs")).Select(folder => Path.GetFileName(folder)!).Where(name => name is not "interrupted").Order(StringComparer.Ordinal);

    public static IEnumerable<string> Samples() => ["v1.0/standardized", "v1.0/agentic", "v1.0/rdi", "v1.0/ten-faults", "v0.7/readme", "v0.7/release", "v0.7/ten-faults"];

    [TestCaseSource(nameof(Runs))]
    public void Every_run_of_the_corpus_becomes_valid_envelopes(string run)
    {
        var export = MlxExporter.ExportRuns(new FolderSource(RunFolder(run)), Given);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(export.Problems, Is.Empty);
            Assert.That(export.Files, Is.Not.Empty);
            Assert.That(export.Files.Select(file => file.Name), Is.Unique);
            foreach (var file in export.Files)
            {
                Assert.That(MlxValidator.Default.Validate(file.Utf8).Violations, Is.Empty);
                Assert.That(file.Envelope.Results.Select(row => string.Join(",", row.Tags!.Keys)).Distinct().ToList(), Has.Count.EqualTo(1));
                Assert.That(file.Envelope.Results.Select(row => (row.Name, row.Metric)), Is.Unique);
                Assert.That(MlxEnvelope.Parse(file.Utf8.Span).ToUtf8(), Is.EqualTo(file.Utf8.ToArray()));
            }
        }
    }

    [TestCaseSource(nameof(Samples))]
    public void Every_sample_becomes_valid_envelopes(string sample)
    {
        var export = MlxExporter.Export(Read(SubmissionBuilder.FromSample(sample)), Given with { WritesRaw = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(export.Problems, Is.Empty);
            Assert.That(export.Files.Select(file => file.Envelope.Suite), Does.Contain("throughput"));
            foreach (var file in export.Files)
            {
                Assert.That(MlxValidator.Default.Validate(file.Utf8).Violations, Is.Empty);
            }
        }
    }

    [Test]
    public void Figures_of_a_point_follow_the_mapping()
    {
        var envelope = MlxExporter.Export(Read(SubmissionBuilder.V1_0()), Given).Files[0].Envelope;
        var rows = envelope.Results.Where(row => row.Name is "llama3_1-8b_r8").ToDictionary(row => row.Metric, row => (row.Value, row.Unit));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(envelope.Timestamp, Is.EqualTo("2026-05-04T09:03:21Z"));
            Assert.That(envelope.Model, Is.EqualTo("llama3_1-8b"));
            Assert.That(envelope.Quantization, Is.EqualTo("FP8"));
            Assert.That(envelope.System, Is.EqualTo(new MlxSystem { Os = "Ubuntu 24.04", Chip = "8x AMD Instinct MI355X", MemoryGb = 2304 }));
            Assert.That(rows["throughput_output_toks_per_s"], Is.EqualTo((900.0, "tok/s")));
            Assert.That(rows["throughput_requests_per_s"], Is.EqualTo((80208 / 660.0, "req/s")));
            Assert.That(rows["ttft_p50_ms"], Is.EqualTo((40.0, "ms")));
            Assert.That(rows["tps_per_user"], Is.EqualTo((1000 / 9.777778, "tok/s")));
            Assert.That(rows["steady_state_seconds"], Is.EqualTo((620.0, "seconds")));
            Assert.That(rows.Keys, Has.None.EqualTo("ttft_p95_ms").And.None.EqualTo("throughput_total_toks_per_s"));
            Assert.That(envelope.Errors, Has.Some.StartsWith("ttft_p95_ms: not written for r8").And.Some.StartsWith("prompt_tokens_per_second: left out of every row"));
            Assert.That(envelope.Results.Select(row => row.Name).Distinct(), Is.EqualTo(new[] { 8, 12, 48, 128, 256, 384, 512 }.Select(c => $"llama3_1-8b_r{c}")));
            Assert.That(envelope.Results.Select(row => row.DurationSeconds).Distinct(), Has.None.Null);
            Assert.That(envelope.Results[0].Tags, Does.ContainKey("concurrency").WithValue("8").And.ContainKey("seed_set").WithValue("A").And.ContainKey("checker_passed").WithValue("").And.ContainKey("spec").WithValue("v1.0"));
        }
    }

    [Test]
    public void Accuracy_goes_into_envelopes_of_its_own_as_ratios()
    {
        var envelope = MlxExporter.Export(Read(SubmissionBuilder.V1_0()), Given).Files.Single(file => file.Envelope.Suite is not "throughput").Envelope;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(envelope.Suite, Is.EqualTo("capability-comparison"));
            Assert.That(envelope.Results.First(row => row.Metric is "rouge1"), Has.Property("Value").EqualTo(0.3871).Within(1e-12).And.Property("Unit").EqualTo("ratio"));
            Assert.That(envelope.Results.First(row => row.Metric is "gen_len"), Has.Property("Value").EqualTo(8163000.0).And.Property("Unit").EqualTo("tok"));
            Assert.That(envelope.Results[0].Tags, Does.ContainKey("num_samples").WithValue("13368"));
        }
    }

    [Test]
    public void Agentic_scores_stay_fractions_and_the_inline_one_is_tool_calling()
    {
        var files = MlxExporter.Export(Read(SubmissionBuilder.FromSample("v1.0/agentic")), Given).Files;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(files.Select(file => file.Envelope.Suite), Is.SupersetOf(new[] { "throughput", "coding", "tool-calling" }));
            Assert.That(files.Single(file => file.Envelope.Suite is "tool-calling").Envelope.Results.Select(row => row.Metric).Distinct(), Is.EqualTo(new[] { "inline_accuracy" }));
            Assert.That(files.Single(file => file.Envelope.Suite is "throughput").Envelope.Results.Select(row => row.Metric), Does.Contain("e2e_interactivity"));
        }
    }

    [Test]
    public void Time_and_commit_are_asked_for_and_never_invented()
    {
        var export = MlxExporter.ExportRuns(new FolderSource(RunFolder("concurrency-8")));

        Assert.That(export.Files, Is.Empty);
        Assert.That(export.Problems, Has.Some.Contains("--timestamp").And.Some.Contains("--git-sha"));
    }

    [TestCase(1777885401.0)]
    [TestCase(1777885401000.0)]
    [TestCase(1777885401000000.0)]
    [TestCase(1777885401000000000.0)]
    public void Start_is_read_in_any_unit(double epoch)
    {
        var summary = """{"test_started_at": START, "git_sha": "4c1d9aa", "duration_ns": 2e9, "n_samples_completed": 4, "output_sequence_lengths": {"total": 100}}"""
            .Replace("START", epoch.ToString("F0", CultureInfo.InvariantCulture), StringComparison.Ordinal);

        var file = MlxExporter.ExportRuns(Run(("result_summary.json", summary), ("config.yaml", "model_params: {name: acme/Model.X}\nsettings: {load_pattern: {type: concurrency, target_concurrency: 4}}\n"))).Files.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.Name, Is.EqualTo("run-2026-05-04T09-03-21-4c1d9aa-throughput-acme-model-x.json"));
            Assert.That(file.Envelope.Results.Select(row => (row.Name, row.Metric, row.Value)), Does.Contain(("Model.X_r4", "throughput_output_toks_per_s", 50.0)).And.Contain(("Model.X_r4", "output_tokens_mean", 25.0)));
        }
    }

    [TestCase("https://huggingface.co/meta-llama/Llama-3.1-8B/tree/0e9e39f", "meta-llama/Llama-3.1-8B", "0e9e39f")]
    [TestCase("https://huggingface.co/meta-llama/Llama-3.1-8B", "meta-llama/Llama-3.1-8B", null)]
    [TestCase("https://huggingface.co/datasets/a/b", "llama3_1-8b", null)]
    [TestCase("https://models.example.org/meta-llama/Llama", "llama3_1-8b", null)]
    public void Model_is_named_by_its_address(string link, string model, string? revision)
    {
        var builder = SubmissionBuilder.V1_0();
        foreach (var c in (int[])[8, 12, 48, 128, 256, 384, 512])
        {
            builder.Merge($"results/acme_a8/llama3_1-8b/r{c}/point.yaml", $"link_to_model: {link}\n");
        }

        var envelope = MlxExporter.Export(Read(builder), Given).Files[0].Envelope;

        Assert.That((envelope.Model, envelope.ModelRevision), Is.EqualTo((model, revision)));
    }

    [Test]
    public void Oldest_state_gets_no_row_members()
    {
        var file = MlxExporter.ExportRuns(new FolderSource(RunFolder("concurrency-8")), Given with { WritesRowMembers = false }).Files.Single();

        Assert.That(new MlxValidator(dialect: "0.6.1").Validate(file.Utf8).IsValid);
        Assert.That(Encoding.UTF8.GetString(file.Utf8.Span), Does.Not.Contain("decode_tokens_per_second").And.Contain("duration_seconds"));
    }

    [Test]
    public void An_interrupted_run_gives_a_problem_and_no_envelope()
    {
        var export = MlxExporter.ExportRuns(new FolderSource(RunFolder("interrupted")), Given);

        Assert.That((export.Files.Length, export.Problems.Single()), Is.EqualTo((0, export.Problems[0])));
        Assert.That(export.Problems[0], Does.Contain("result_summary.json"));
    }

    [TestCase("abc", "local", null)]
    [TestCase("fdf4257", "nightly", null)]
    [TestCase("fdf4257", "local", 7)]
    public void Refuses_options_that_no_envelope_could_have(string commit, string trigger, int? pullRequest)
        => Assert.That(() => MlxExporter.ExportRuns(Run(), Given with { GitSha = commit, Trigger = trigger, PrNumber = pullRequest }), Throws.ArgumentException);

    private static Submission Read(SubmissionBuilder builder)
    {
        var source = builder.ToSource();
        var format = Pack.Formats.First(known => known.Recognise(source) is not null);
        return format.Read(source, format.Recognise(source)!, new FormatContext(new CheckerOptions()));
    }

    private static MemorySource Run(params (string Path, string Text)[] files)
        => MemorySource.FromTexts("run", files.Select(file => KeyValuePair.Create(file.Path, file.Text)));

    private static string RunFolder(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Corpus/runs", name);
}
