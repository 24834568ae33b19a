using System.Text;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>Folders that the real benchmark tool wrote: with the submitter's files in them they are registered, assembled and checked.</summary>
public sealed class RealRunsTests : StandInTests
{
    private const string Summary = "performance/result_summary.json";

    // Rules that these submissions break, the reference's own, each with why; no other stops one.
    private static readonly Dictionary<string, string> OfAnyTestBench = new(StringComparer.Ordinal)
    {
        ["accuracy-present"] = "no accuracy run among them",
        ["accuracy-coverage"] = "the same, for each band and the Offline point",
        ["point-count"] = "fewer than 7 points",
        ["offline-point-present"] = "no point was declared to be the Offline point",
        ["min-query-count"] = "40 to 1,500 queries where the data set wants 13,368",
    };

    private static readonly Dictionary<string, string> OfFiveConcurrencies = new(OfAnyTestBench, StringComparer.Ordinal)
    {
        ["metric-consistency-tpot-p90"] = "at 128 the tool measured times per token below zero",
    };

    private static readonly Dictionary<string, string> OfOneRun = new(OfAnyTestBench, StringComparer.Ordinal)
    {
        ["low-concurrency-coverage"] = "one point lies in one band",
        ["med-concurrency-coverage"] = "one point lies in one band",
        ["high-concurrency-coverage"] = "one point lies in one band",
    };

    private static string Root => Path.Combine(TestContext.CurrentContext.TestDirectory, "Corpus", "runs");

    private static IEnumerable<string> Folders => Directory.EnumerateFiles(Root, "config.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Runs => Folders.Where(folder => File.Exists(Path.Combine(Root, folder, Summary)));

    private static IEnumerable<string> Audited => Runs.Where(folder => folder.StartsWith("audit-", StringComparison.Ordinal));

    [Test]
    public void Every_folder_is_looked_at()
        => Assert.That(Directory.EnumerateDirectories(Root).Select(Path.GetFileName).Where(name => !Folders.Any(folder => folder == name || folder.StartsWith(name + "/", StringComparison.Ordinal))), Is.Empty);

    [Test]
    public async Task Runs_at_five_concurrencies_are_assembled_and_judged()
    {
        var ids = new List<string>();
        foreach (var folder in Runs.Except(Audited))
        {
            ids.Add(await RegisterAsync(folder));
        }

        Assert.That(ids, Has.Count.EqualTo(5));
        await JudgeAsync(ids, OfFiveConcurrencies);
    }

    [TestCaseSource(nameof(Audited))]
    public async Task Runs_of_an_audit_are_assembled_and_judged(string folder) => await JudgeAsync([await RegisterAsync(folder)], OfOneRun);

    [Test]
    public async Task An_interrupted_run_without_summary_is_refused_by_name()
    {
        Assert.That(Folders.Except(Runs), Is.EqualTo(new[] { "interrupted" }));
        Copy(Path.Combine(Root, "interrupted"), Folder.Combine("interrupted"));

        var outcome = await RunAsync(["runs", "create", "--path", "interrupted"]);

        Assert.That(outcome.Exit, Is.EqualTo(1));
        Assert.That(outcome.Error, Does.Contain(Summary).And.Contain("system_desc.json").And.Contain("point.yaml"));
        Assert.That(Service.Requests, Is.Empty);
    }

    private async Task JudgeAsync(IReadOnlyList<string> ids, Dictionary<string, string> expected)
    {
        var submission = await RunAsync(["submissions", "create", .. What, .. ids.SelectMany(id => new[] { "--run-ids", id }), "--json"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(submission.Exit, Is.EqualTo(1));
            Assert.That(submission.Json["error"]!["kind"]!.GetValue<string>(), Is.EqualTo("check"));
            Assert.That(submission.Json["check"]!["findings"]!.AsArray().Select(finding => finding!["rule"]!.GetValue<string>()).Distinct(StringComparer.Ordinal), Is.EquivalentTo(expected.Keys), submission.Output);
            Assert.That(Service.Submissions, Is.Empty, "nothing is made of what does not pass");
        }
    }

    private async Task<string> RegisterAsync(string folder)
    {
        var template = Recordings.Fixture("v1.0/0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01").Files;
        var name = folder.Replace('/', '-');
        Copy(Path.Combine(Root, folder), Folder.Combine(name));
        foreach (var file in new[] { "system_desc.json", "system_power.json", "src/sglang/README.md", "src/sglang/launch.sh" })
        {
            Write(Folder.Combine(name, file), template[file]);
        }

        var concurrency = File.ReadLines(Folder.Combine(name, "config.yaml")).FirstOrDefault(line => line.Contains("target_concurrency:", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "1";
        Write(Folder.Combine(name, "point.yaml"), Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(template["point.yaml"]).Replace("concurrency: 8", $"concurrency: {concurrency}", StringComparison.Ordinal)));
        var created = await RunAsync(["runs", "create", "--path", name, "--quiet"]);
        Assert.That(created.Exit, Is.Zero, created.Error);
        return created.Output.Trim();
    }
}
