namespace MlPerf.Endpoints.SubmissionChecker.Tests;

/// <summary>Standard output that is a file, a pipe or full.</summary>
[Platform(Exclude = "Win")]
public sealed class StandardOutputTests
{
    private const string Sample = "samples/submissions/v1.0/standardized";
    private const string Verdict = "PASSED " + Sample + " (v1.0): 0 errors, 0 warnings, 241 passes\n";

    [TestCase("check", "-q", Sample)]
    [TestCase("check", Sample, "--format", "json")]
    [TestCase("rules", "--format", "json")]
    public void Full_standard_output_is_told(params string[] arguments)
    {
        var run = ToolRun.InShell("\"$@\" > /dev/full", arguments);

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        Assert.That(run.Error, Does.Contain("No space left").And.Not.Contain("   at "));
    }

    [Test]
    public void One_file_takes_the_output_of_several_runs()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("out.txt");

        var run = ToolRun.InShell($"(\"$@\"; \"$@\") > '{file}'; \"$@\" >> '{file}'", "check", "-q", Sample);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(File.ReadAllText(file), Is.EqualTo(Verdict + Verdict + Verdict));
    }

    [Test]
    public void A_reader_that_ends_early_is_no_failure()
    {
        var run = ToolRun.InShell("{ \"$@\"; echo $? >&2; } | head -c 1", "check", Sample, "--format", "json");

        Assert.That(run.Error.Trim(), Is.EqualTo("0"));
    }
}
