using System.Diagnostics;
using MlPerf.Endpoints.Testing.Corpus;

namespace MlPerf.Endpoints.Conformance;

/// <summary>Every case of the corpus through a tool that <c>CHECKER</c> names by its path: <c>CHECKER=artifacts/native/submission-checker dotnet test tests/Conformance</c> runs these and no others.</summary>
[Category("Checker")]
[Parallelizable(ParallelScope.All)]
public sealed class CheckerTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    [TestCaseSource(typeof(CorpusCases), nameof(CorpusCases.V0_7))]
    public void V0_7(CorpusCase item) => AssertAgree(item);

    [TestCaseSource(typeof(CorpusCases), nameof(CorpusCases.V1_0))]
    public void V1_0(CorpusCase item) => AssertAgree(item);

    private static void AssertAgree(CorpusCase item)
    {
        using var folder = new TemporaryFolder();
        using var options = new TemporaryFolder();
        var report = Path.Combine(options.Path, "report.json");
        var root = item.LayOut(folder.Path);
        List<string> arguments = ["check", root, "--spec", item.Revision.Name, "--output", report, "--quiet"];
        Add("--dialect", item.Revision.Dialect);
        Add("--seed-sets", options.Write("seed-sets", item.SeedSets));
        Add("--approved-drafters", options.Write("drafters", item.ApprovedDrafters));

        var (exitCode, error) = Run(arguments);

        Assert.That(File.Exists(report), Is.True, $"exit code {exitCode}, no report: {error}");
        var judgement = Judgement.Parse(File.ReadAllBytes(report), root);
        Verdicts.AssertAgree(item, judgement);
        Assert.That(exitCode, Is.EqualTo(judgement.Passed ? 0 : 1), error);

        void Add(string option, string? value)
        {
            if (value is not null)
            {
                arguments.AddRange([option, value]);
            }
        }
    }

    private static (int ExitCode, string Error) Run(IEnumerable<string> arguments)
    {
        using var tool = Process.Start(new ProcessStartInfo(Tool(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = tool.StandardOutput.ReadToEndAsync();
        var error = tool.StandardError.ReadToEndAsync();
        if (!tool.WaitForExit(Guard))
        {
            tool.Kill(entireProcessTree: true);
            Assert.Fail("The tool did not end.");
        }

        Task.WaitAll(output, error);
        return (tool.ExitCode, error.Result);
    }

    // A relative path begins at the repository's root, where the command is given; a bare name is looked up as the shell would.
    private static string Tool()
    {
        var tool = Environment.GetEnvironmentVariable("CHECKER");
        Assert.That(tool, Is.Not.Null.And.Not.Empty, "CHECKER names no tool");
        return tool!.Contains('/', StringComparison.Ordinal) ? Path.Combine(RepositoryRoot(), tool) : tool;
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MlPerf.Endpoints.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
        }

        return folder;
    }
}
