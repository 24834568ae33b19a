namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>The check on disk, and the checks inside other commands, with the reference's variables for reference data.</summary>
public sealed class CheckSubmissionTests : StandInTests
{
    [TestCase("MLPERF_ENDPOINTS_SEED_SETS", "seed-set-registry")]
    [TestCase("MLPERF_ENDPOINTS_APPROVED_DRAFTERS", "drafter-list-registry")]
    public async Task Variables_name_reference_data(string variable, string rule)
    {
        Lay("org", "v1.0/assembled");
        await File.WriteAllTextAsync(Folder.Combine("data.yaml"), "- no list of this kind\n");

        var bundled = await RunAsync(["check-submission", "org", "--json"]);
        var named = await RunAsync(["check-submission", "org", "--json"], (variable, "data.yaml"));
        var empty = await RunAsync(["check-submission", "org", "--json"], (variable, ""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Texts(named, rule), Has.Some.Contains("data.yaml"), "relative to the working folder");
            Assert.That(Texts(bundled, rule), Has.None.Contains("data.yaml"));
            Assert.That(empty.Output, Is.EqualTo(bundled.Output));
        }
    }

    [Test]
    public async Task Variables_count_where_a_submission_is_made()
    {
        var folders = LayAll();
        string[] command = ["submissions", "create", .. What, "--dry-run", .. folders.SelectMany(folder => new[] { "--run", folder }), "--report", "report.json"];

        await RunAsync(command, ("MLPERF_ENDPOINTS_SEED_SETS", "nowhere.yaml"));

        Assert.That(await File.ReadAllTextAsync(Folder.Combine("report.json")), Does.Contain("nowhere.yaml"));
    }

    private static IEnumerable<string> Texts(Outcome outcome, string rule)
        => outcome.Json["results"]!.AsArray().Where(result => result!["rule"]!.GetValue<string>() == rule).Select(result => result!["message"]!.GetValue<string>());
}
