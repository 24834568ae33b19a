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

        // Every fifth falls when the verdict appears, between its two files if at all; the others anywhere from the start to the end.
        var took = whole.Elapsed;
        var record = Path.Join(bench.AuditDir, VerdictFiles.JsonName("output_caching_test"));
        var random = new Random(20260821);
        var (killed, verdicts, halves, runs) = (0, 0, 0, 0);
        for (; killed < Kills && runs < 4 * Kills; runs++)
        {
            VerdictFiles.Remove(bench.AuditDir, "output_caching_test");
            using var process = Start(file);
            var moment = killed % 5 == 4 ? Task.Run(() => SpinWait.SpinUntil(() => File.Exists(record), took * 3)) : Task.Delay(took * random.NextDouble());
            await Task.WhenAny(process.WaitForExitAsync(), moment);
            if (!process.HasExited)
            {
                process.Kill();
                killed++;
            }

            await process.WaitForExitAsync();
            await moment;
            AssertWhole(bench);
            verdicts += File.Exists(record) ? 1 : 0;
            halves += File.Exists(record) && !File.Exists(Path.Join(bench.AuditDir, VerdictFiles.TextName("output_caching_test"))) ? 1 : 0;
        }

        TestContext.Out.WriteLine($"{killed} of {runs} runs were killed; {verdicts} left a verdict, {halves} of them the record alone");
        Assert.That(killed, Is.EqualTo(Kills));
    }

    [Test]
    public void Writes_the_record_before_the_text()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Join(folder.Path, VerdictFiles.TextName("t"), "occupied"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => VerdictFiles.Write(folder.Path, new AuditVerdict("t", true, [], "fine", "Fine.")), Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());
            Assert.That(JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder.Path, VerdictFiles.JsonName("t")))).RootElement.GetProperty("passed").GetBoolean(), Is.True);
            Assert.That(Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName), Is.EqualTo(new[] { VerdictFiles.JsonName("t") }));
        }
    }

    // A text file never stands without its record, and a record is always whole.
    private static void AssertWhole(Bench bench)
    {
        var (json, text) = (Path.Join(bench.AuditDir, "audit_output_caching_test.json"), Path.Join(bench.AuditDir, "verify_OUTPUT_CACHING_TEST.txt"));
        if (!File.Exists(json))
        {
            Assert.That(File.Exists(text), Is.False, "a pass line without its record");
            return;
        }

        using var verdict = JsonDocument.Parse(File.ReadAllBytes(json));
        var passed = verdict.RootElement.GetProperty("passed").GetBoolean();
        Assert.That(verdict.RootElement.TryGetProperty("audit_requested", out _), Is.True);
        if (File.Exists(text))
        {
            Assert.That(File.ReadAllText(text), Is.EqualTo($"Performance check pass: {passed}\n"));
        }
    }

    private static Process Start(string file)
    {
        var process = ToolTests.Start("audit", "run", file);
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
