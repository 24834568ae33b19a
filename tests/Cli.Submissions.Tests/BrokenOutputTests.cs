namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>Output that cannot be written is a failure that is told, never a crash; a reader that has seen enough is none.</summary>
[Platform(Exclude = "Win")]
public sealed class BrokenOutputTests : StandInTests
{
    [TestCase("runs", "list", "--json")]
    [TestCase("runs", "create", "--path", "mini", "--dry-run")]
    [TestCase("check-submission", "org")]
    [TestCase("check-submission", "org", "--json")]
    [TestCase("install-skill", "--dest", "skills")]
    [TestCase("runs", "pin", "--run-id", "0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01", "--json")]
    [TestCase("--version")]
    [TestCase("--help")]
    public async Task Full_standard_output_is_told(params string[] arguments)
    {
        Lay("org", "v1.0/assembled");

        var outcome = await Shell("\"$@\" > /dev/full", arguments);

        Assert.That(outcome.ExitCode, Is.EqualTo(1), outcome.Error);
        Assert.That(outcome.Error, Does.Contain("error: ").And.Contain("No space left").And.Not.Contain("   at "));
    }

    [TestCase("runs", "list")]
    [TestCase("runs", "get", "--run-id", "none")]
    [TestCase("runs", "nonsense")]
    public async Task Without_any_output_the_exit_code_remains(params string[] arguments)
        => Assert.That((await Shell("\"$@\" > /dev/full 2> /dev/full", arguments)).ExitCode, Is.EqualTo(1).Or.EqualTo(2));

    [Test]
    public async Task A_reader_that_ends_early_is_no_failure()
    {
        Lay("org", "v1.0/assembled");

        var outcome = await Shell("{ \"$@\"; echo $? >&2; } | head -n 1", "check-submission", "org");

        Assert.That(outcome.Error.Trim(), Is.EqualTo("0"));
    }

    private async Task<ToolProcess> Shell(string script, params string[] arguments)
    {
        var outcome = await ToolProcess.RunAsync(Folder.FullPath, Variables(), ["sh", "-c", script, "sh", .. ToolProcess.Command, .. arguments]);
        AssertNoSecrets(outcome.Output + outcome.Error);
        return outcome;
    }
}
