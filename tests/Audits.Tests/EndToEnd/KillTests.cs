using System.Diagnostics;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Verdicts;
using MlPerf.Endpoints.Samples.StandInEndpoint;

namespace MlPerf.Endpoints.Audits.Tests.EndToEnd;

/// <summary>Kills the tool at random moments: whatever stands on disk afterwards is no verdict, or a whole one.</summary>
[NonParallelizable]
public sealed class KillTests
{
    private const int Kills = 50;

    [Test]
    [Category("Slow")]
    public async Task Leaves_no_verdict_or_a_whole_one()
    {
        await using var endpoint = await StandIn.StartAsync(new EndpointOptions { Prefill = TimeSpan.FromMilliseconds(1), Parallel = 4 });
        using var bench = new Bench(endpoint.Url) { Audit = "test: output_caching_test, samples: 6, threshold: 0.9, only: true" };
        var file = bench.ConfigFile;
        var whole = Stopwatch.StartNew();
        using (var first = Start(file))
        {
            await first.WaitForExitAsync();
            Assert.That(first.ExitCode, Is.LessThan(2), "an undisturbed run gives a verdict");
        }

        var took = whole.Elapsed;
        var random = new Random(20260821);
        var (killed, verdicts) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Start(file);
            using var timer = new CancellationTokenSource(took * (0.2 + random.NextDouble()));
            try
            {
                await process.WaitForExitAsync(timer.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                killed++;
                await process.WaitForExitAsync();
            }

            verdicts += AssertWhole(bench) ? 1 : 0;
        }

        TestContext.Out.WriteLine($"{killed} of {Kills} were killed, {verdicts} verdicts stood");
        Assert.That(killed, Is.Positive);
    }

    [Test]
    public void Removes_the_temporary_file_where_a_write_fails()
    {
        using var folder = new TemporaryFolder();
        var target = Path.Join(folder.Path, "file.json");
        Directory.CreateDirectory(Path.Join(target, "occupied"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => AtomicFile.Write(target, "{}"u8), Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());
            Assert.That(File.Exists(target + ".tmp"), Is.False);
        }
    }

    // A text file never stands without its record, and a record is always whole.
    private static bool AssertWhole(Bench bench)
    {
        var (json, text) = (Path.Join(bench.AuditDir, "audit_output_caching_test.json"), Path.Join(bench.AuditDir, "verify_OUTPUT_CACHING_TEST.txt"));
        if (!File.Exists(json))
        {
            Assert.That(File.Exists(text), Is.False, "a pass line without its record");
            return false;
        }

        using var verdict = JsonDocument.Parse(File.ReadAllBytes(json));
        var passed = verdict.RootElement.GetProperty("passed").GetBoolean();
        Assert.That(verdict.RootElement.TryGetProperty("audit_requested", out _), Is.True);
        if (File.Exists(text))
        {
            Assert.That(File.ReadAllText(text), Is.EqualTo($"Performance check pass: {passed}\n"));
        }

        return true;
    }

    private static Process Start(string file)
    {
        var tool = Path.Join(AppContext.BaseDirectory, "submission-checker.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[tool, "audit", "run", file])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
