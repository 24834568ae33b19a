using System.Diagnostics;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Conformance.BadInput;

/// <summary>The worst of the bad inputs through the built tool: exit code, a written report, and the memory that it took.</summary>
[NonParallelizable]
[Platform("Linux", Reason = "memory of a child is asked of the kernel")]
public sealed class ToolTests
{
    private const long MostMemoryBytes = 300L << 20;
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    private static readonly string[] Worst =
        ["a line of 50 MB", "a line of 50 MB in a mapping", "200,000 members", "nearly a million values", "a YAML alias bomb", "a YAML merge bomb", "nesting 100,000 deep, open", "a pipe", "a link to /dev/zero"];

    [TestCase("v1.0/standardized", "point.yaml", null)]
    [TestCase("v1.0/standardized", "system_desc.json", "a line of 50 MB in a mapping")]
    [TestCase("v1.0/standardized", "accuracy_results.json", "200,000 members")]
    [TestCase("v0.7/release", "accuracy/results.json", "200,000 members")]
    public async Task Ends_with_the_right_exit_code_and_little_memory(string sample, string ending, string? only)
    {
        using var spoiled = SpoiledSample.LayOut(sample);
        var path = Samples.Files(sample).Keys.First(file => file.EndsWith(ending, StringComparison.Ordinal));
        foreach (var input in BadInputs.All.Where(input => only is null ? Worst.Contains(input.Name) : input.Name == only))
        {
            spoiled.Spoil(path, input);
            var (exitCode, peakMemoryBytes) = await RunTool(spoiled);
            spoiled.Restore(path);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(exitCode, Is.EqualTo(BadInputOutcomes.Of(sample, path, input) is null ? 0 : 1), input.Name);
                Assert.That(peakMemoryBytes, Is.GreaterThan(0).And.LessThan(MostMemoryBytes), input.Name);
            }
        }
    }

    private static async Task<(int ExitCode, long PeakMemoryBytes)> RunTool(SpoiledSample spoiled)
    {
        var output = spoiled.Root + ".json";
        File.Delete(output);
        using var tool = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "submission-checker.dll"), "check", spoiled.Root, "--spec", spoiled.Revision.Name, "--dialect", spoiled.Revision.Dialect ?? "auto", "--output", output },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var standardOutput = tool.StandardOutput.ReadToEndAsync();
        var standardError = tool.StandardError.ReadToEndAsync();
        var peakMemoryBytes = await WatchMemory(tool).WaitAsync(Guard);
        Assert.That(await standardError, Does.Not.Contain("Unhandled exception"));
        Assert.That(await standardOutput, Does.Contain(tool.ExitCode == 0 ? "PASSED" : "FAILED").IgnoreCase);
        Assert.That(File.ReadAllText(output), Does.Contain("\"submission_path\"").And.EndsWith("}"));
        return (tool.ExitCode, peakMemoryBytes);
    }

    // The kernel forgets the figure when the process ends, and what it tells of ended children includes what the parent held when it started them.
    private static Task<long> WatchMemory(Process tool)
        => Task.Run(() =>
        {
            var peak = 0L;
            do
            {
                peak = Math.Max(peak, UnixEntries.PeakMemoryBytes(tool.Id) ?? 0);
            }
            while (!tool.WaitForExit(TimeSpan.FromMilliseconds(5)));
            return peak;
        });
}
