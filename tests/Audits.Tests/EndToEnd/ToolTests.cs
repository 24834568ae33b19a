using System.Diagnostics;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Samples.StandInEndpoint;
using Parquet.Serialization;

namespace MlPerf.Endpoints.Audits.Tests.EndToEnd;

/// <summary>The walk through docs/audits.md, with the tool as a process.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class ToolTests
{
    private static readonly EndpointOptions Slow = new() { Prefill = TimeSpan.FromMilliseconds(200), PerToken = TimeSpan.FromMilliseconds(50), Parallel = 2 };

    [TestCase(CacheKind.Exact, "failed", 1)]
    [TestCase(CacheKind.None, "passed", 0)]
    public async Task Plans_runs_and_verifies(CacheKind cache, string outcome, int exitCode)
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Cache = cache });
        using var bench = new Bench(endpoint.Url) { Audit = "test: output_caching_test, samples: 10, sample_index: 3, threshold: 0.8, only: true" };

        var plan = await RunAsync("audit", "plan", bench.ConfigFile, "--format", "json");
        var sentByPlan = endpoint.Requests;
        var run = await RunAsync("audit", "run", bench.ConfigFile, "--format", "json");
        var verify = await RunAsync("audit", "verify", bench.AuditDir, "--format", "json");
        var record = Path.Join(bench.AuditDir, "audit_output_caching_test.json");
        await File.WriteAllTextAsync(record, (await File.ReadAllTextAsync(record)).Replace("\"ref_qps\": ", "\"ref_qps\": 1", StringComparison.Ordinal));
        var edited = await RunAsync("audit", "verify", bench.ReportDir, "--format", "json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.ExitCode, Is.Zero, plan.Error);
            Assert.That(plan.Json.GetProperty("phases").EnumerateArray().Select(phase => phase.GetProperty("label").GetString()), Is.EqualTo(new[] { "reference", "output_caching" }));
            Assert.That(sentByPlan, Is.Zero);
            Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.Error);
            Assert.That(run.Json.GetProperty("outcome").GetString(), Is.EqualTo(outcome));
            Assert.That(run.Json.GetProperty("error").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(run.Error, Does.Contain("reference: running").And.Not.Contain("waiting"));
            Assert.That(verify.ExitCode, Is.EqualTo(exitCode), verify.Error);
            Assert.That(verify.Json.GetProperty("verdict").GetRawText(), Is.EqualTo(run.Json.GetProperty("verdict").GetRawText()));
            Assert.That(edited.Json.GetProperty("outcome").GetString(), Is.EqualTo("contradicted"));
            Assert.That(edited.ExitCode, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Checks_audit_folders_of_a_submission_where_it_is_asked_to()
    {
        await using var endpoint = await StandIn.StartAsync(Slow);
        using var folder = new TemporaryFolder();
        CopyFolder(Path.Join(RepositoryRoot(), "samples", "submissions", "v1.0", "standardized"), folder.Path);
        using var bench = new Bench(endpoint.Url) { Audit = "test: output_caching_test, samples: 10, sample_index: 3, threshold: 0.8, only: true" };
        var curve = Path.Join(folder.Path, "results", "acme_a8", "llama3_1-8b");
        var run = await RunAsync("audit", "run", bench.ConfigFile, "--report-dir", curve);

        var plain = await RunAsync("check", folder.Path);
        var asked = await RunAsync("check", folder.Path, "--opt-in", "audit-evidence");
        await File.WriteAllTextAsync(Path.Join(curve, "audit", "verify_OUTPUT_CACHING_TEST.txt"), "Performance check pass: False\n");
        var edited = await RunAsync("check", folder.Path, "--opt-in", "audit-evidence");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(plain.ExitCode, Is.Zero, plain.Output);
            Assert.That(plain.Output, Does.Not.Contain("audit-evidence"));
            Assert.That(asked.ExitCode, Is.Zero, asked.Output);
            Assert.That(asked.Output, Does.Contain("audit-evidence"));
            Assert.That(edited.ExitCode, Is.EqualTo(1), edited.Output);
            Assert.That(edited.Output, Does.Contain("results/acme_a8/llama3_1-8b/audit: error audit-evidence"));
        }
    }

    [Test]
    public async Task Takes_a_Parquet_dataset()
    {
        using var bench = new Bench("http://127.0.0.1:1");
        await using (var file = File.Create(Path.ChangeExtension(bench.Dataset, ".parquet")))
        {
            await ParquetSerializer.SerializeAsync(Enumerable.Range(0, 20).Select(row => new Datasets.ParquetDatasetReaderTests.Row { Prompt = $"Question {row}" }).ToList(), file);
        }

        var config = bench.ConfigFile;
        await File.WriteAllTextAsync(config, (await File.ReadAllTextAsync(config)).Replace("data.jsonl\"", "data.parquet\", parser: {prompt: Prompt}", StringComparison.Ordinal));

        var plan = await RunAsync("audit", "plan", config);

        Assert.That(plan.Output, Does.Contain("Dataset: 20 rows"), plan.Error);
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Ends_with_130_and_without_a_verdict_on_an_interrupt()
    {
        await using var endpoint = await StandIn.StartAsync(Slow with { Prefill = TimeSpan.FromSeconds(1) });
        using var bench = new Bench(endpoint.Url);
        using var process = Interrupt.StartInterruptible(() => Start("audit", "run", bench.ConfigFile));
        while (endpoint.Requests < 3 && !process.HasExited)
        {
            await Task.Delay(20);
        }

        Interrupt.Send(process);
        await process.WaitForExitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(process.ExitCode, Is.EqualTo(130));
            Assert.That(bench.VerdictFiles, Is.Empty);
            Assert.That(File.ReadAllText(Path.Join(bench.AuditDir, "reference", "performance", "result_summary.json")), Does.Contain("\"interrupted\""));
        }
    }

    [Test]
    public async Task Tells_every_fault_of_a_configuration()
    {
        using var bench = new Bench("http://127.0.0.1:1") { Audit = "test: output_caching_test, samples: 0, threshold: 2, colour: red" };

        var run = await RunAsync("audit", "run", bench.ConfigFile, "--format", "json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(
                run.Json.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("kind").GetString()),
                Is.EqualTo(new[] { ConfigurationProblemKinds.OutOfRange, ConfigurationProblemKinds.OutOfRange, ConfigurationProblemKinds.UnknownField }));
        }
    }

    // From its own folder: beside a test that runs on ASP.NET the tool would lack what that framework has on board.
    // Who runs the tests may ignore interrupts, as every job in the background does, and a process inherits that; env undoes it.
    internal static Process Start(params string[] arguments)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var tool = Path.Join(RepositoryRoot(), "artifacts", "bin", "Cli.SubmissionChecker", configuration, "submission-checker.dll");
        var host = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet";
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", host, tool, .. arguments] : [host, tool, .. arguments];
        return Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private static async Task<Result> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Result(process.ExitCode, await output, await error);
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "MlPerf.Endpoints.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Join(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private sealed record Result(int ExitCode, string Output, string Error)
    {
        public JsonElement Json => JsonDocument.Parse(Output).RootElement;
    }
}
