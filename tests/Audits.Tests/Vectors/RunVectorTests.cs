using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.Audits.Verdicts;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

public sealed class RunVectorTests
{
    private static IEnumerable<TestCaseData> Runs => AuditVectors.OfCaching("runs");

    [TestCaseSource(nameof(Runs))]
    public async Task Runs_stage_by_stage_as_the_tool_does(JsonElement vector)
        => await AssertRun(vector, AuditRunOptions.ReferenceBehaviour, ours: false);

    [TestCaseSource(nameof(Runs))]
    public async Task Runs_with_the_deviations_as_described(JsonElement vector)
        => await AssertRun(vector, AuditRunOptions.Default, ours: true);

    [TestCase("setup", "execution", 4)]
    [TestCase("run", "undecided", 5)]
    [TestCase("finalize", "undecided", 5)]
    public async Task Keeps_the_kind_of_a_failure_whichever_step_raised_it(string step, string kind, int exitCode)
    {
        using var script = JsonDocument.Parse($$"""{"main_run": "ok", "dataset_size": 40, "phases": [{"{{step}}": "{{kind}}"}]}""");
        using var bench = new EndToEnd.Bench("http://127.0.0.1:1");

        var result = await new AuditOrchestrator(AuditRegistry.Builtin, new ScriptedRunner(script.RootElement)).RunAsync(bench.Read(), AuditRunOptions.Default);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(exitCode));
            Assert.That(result.Outcome, Is.EqualTo(kind));
            Assert.That(bench.VerdictFiles, Is.Empty);
        }
    }

    private static async Task AssertRun(JsonElement vector, AuditRunOptions options, bool ours)
    {
        var expected = vector.GetProperty("expect");
        var deviation = vector.TryGetProperty("ours", out var given) ? given : default;
        var reading = new BenchmarkConfigurationReader(AuditRegistry.Builtin, _ => null).Read(Encoding.UTF8.GetBytes(vector.GetProperty("config").GetRawText()));
        Assert.That(reading.Problems, Is.Empty);
        using var folder = new TemporaryFolder();
        var auditFolder = Path.Join(folder.Path, "audit");
        if (vector.TryGetProperty("stale_verdict", out var stale))
        {
            Directory.CreateDirectory(auditFolder);
            File.WriteAllText(Path.Join(auditFolder, "audit_output_caching_test.json"), stale.GetRawText());
            File.WriteAllText(Path.Join(auditFolder, "verify_OUTPUT_CACHING_TEST.txt"), "Performance check pass: True\n");
        }

        var runner = new ScriptedRunner(vector);
        var result = await new AuditOrchestrator(AuditRegistry.Builtin, runner).RunAsync(reading.Configuration!, options with { ReportDir = folder.Path });

        // A refusal that the tool finds in a phase's setup, or after the main run, is found here before anything is sent (D2).
        var isRefusedEarly = expected.GetProperty("exit_code").GetInt32() is 2 or 3 && runner.Stages.Count == 0 && vector.GetProperty("main_run").GetString() == "ok";
        var stages = expected.GetProperty("stages").EnumerateArray().Select(stage => stage.GetString()!).ToList();
        if (isRefusedEarly)
        {
            Assert.That(stages.Where(stage => stage.StartsWith("load:", StringComparison.Ordinal)), Is.Empty, "the tool loaded the endpoint, so there was nothing to refuse early");
        }

        using (Assert.EnterMultipleScope())
        {
            var hasOwnOutcome = ours && deviation.ValueKind is JsonValueKind.Object && deviation.TryGetProperty("exit_code", out _);
            var source = hasOwnOutcome ? deviation : expected;
            if (deviation.ValueKind is JsonValueKind.Undefined || !ours || hasOwnOutcome)
            {
                Assert.That(result.ExitCode, Is.EqualTo(source.GetProperty("exit_code").GetInt32()), result.Message);
                if (source.TryGetProperty("outcome", out var outcome))
                {
                    Assert.That(result.Outcome, Is.EqualTo(outcome.GetString()));
                }
            }

            if (!isRefusedEarly)
            {
                Assert.That(runner.Stages, Is.EqualTo(stages));
                AssertPhases(runner, expected.GetProperty("phases_started"), folder.Path);
                if (!ours)
                {
                    Assert.That(Listing(auditFolder), Is.EqualTo(expected.GetProperty("audit_dir").EnumerateArray().Select(name => name.GetString())));
                }
            }

            AssertVerdict(result, expected.GetProperty("verdict"), auditFolder, ours);
        }
    }

    private static void AssertPhases(ScriptedRunner runner, JsonElement phases, string folder)
    {
        Assert.That(
            runner.Requests.Select(request => (
                request.Label,
                Count: $"{request.SampleCount}",
                Order: ConfigVectorTests.OrderName(request.Order),
                Index: request.FixedIndex is null ? "null" : $"{request.FixedIndex}",
                Mode: ConfigVectorTests.ModeName(request.Mode),
                HasAudit: request.Configuration.Audit is not null || request.Configuration.Tree.Members.Any(member => member.Name == "audit"),
                Folder: Path.GetRelativePath(folder, request.Folder).Replace('\\', '/'),
                Datasets: string.Join(",", request.Configuration.Datasets.Select(dataset => $"{dataset.Name}/{(dataset.IsPerformance ? "performance" : "accuracy")}")))),
            Is.EqualTo(phases.EnumerateArray().Select(phase => (
                phase.GetProperty("label").GetString(),
                phase.GetProperty("n_samples").GetRawText(),
                phase.GetProperty("order").GetString(),
                phase.GetProperty("fixed_index").GetRawText(),
                phase.GetProperty("test_mode").GetString(),
                phase.GetProperty("audit_block_present").GetBoolean(),
                phase.GetProperty("report_dir").GetString(),
                string.Join(",", phase.GetProperty("datasets").EnumerateArray().Select(dataset => $"{dataset[0].GetString()}/{dataset[1].GetString()}"))))));
    }

    private static void AssertVerdict(AuditResult result, JsonElement expected, string folder, bool ours)
    {
        if (expected.ValueKind is JsonValueKind.Null)
        {
            Assert.That(result.Verdict, Is.Null);
            if (ours)
            {
                Assert.That(Listing(folder).Where(name => !name.EndsWith('/')), Is.Empty);
            }

            return;
        }

        if (!ours)
        {
            VerdictFields.AssertEqual(result.Verdict!, expected.GetProperty("fields"));
            Assert.That(result.Verdict!.ReasonKind, Is.EqualTo(expected.GetProperty("reason_kind").GetString()));
            Assert.That(File.ReadAllText(Path.Join(folder, VerdictFiles.TextName("output_caching_test"))), Is.EqualTo(expected.GetProperty("verify_txt").GetString()));
        }
    }

    private static IEnumerable<string> Listing(string folder)
        => !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry) + (Directory.Exists(entry) ? "/" : "")).Order(StringComparer.Ordinal);
}
