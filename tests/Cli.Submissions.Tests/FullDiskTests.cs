namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>The tool on a full disk: the error names the file, what it takes and how to mend it; nothing half-written stays, nothing is lost, and the command can be repeated or continued.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class FullDiskTests(bool isMounted) : StandInTests
{
    private const int Page = 4096;

    private FullDisk _disk = null!;

    [SetUp]
    public void MakeDisk() => _disk = new FullDisk(Folder, isMounted);

    [Test]
    public async Task Packing_a_run_undoes_its_registration()
    {
        Enlarge("mini/events.jsonl");

        var outcome = await _disk.RunAsync(64 * Page, WithTemporaryFolder(), "", "runs", "create", "--path", "mini");

        using (Assert.EnterMultipleScope())
        {
            AssertFull(outcome, "mini.tar.gz", "TMPDIR");
            Assert.That(outcome.Error, Does.Contain("undone: run"));
            Assert.That(Service.Runs, Is.Empty);
        }
    }

    [Test]
    public async Task A_run_that_was_kept_is_continued_with_room_elsewhere()
    {
        Enlarge("mini/events.jsonl");
        var failed = await _disk.RunAsync(64 * Page, WithTemporaryFolder(), "", "runs", "create", "--path", "mini", "--keep-on-failure", "--json");
        var id = new Outcome(failed.ExitCode, failed.Output, failed.Error).Json["undone"]![0]!["id"]!.GetValue<string>();

        var resumed = await RunAsync(["runs", "create", "--path", "mini", "--resume", id]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_disk.Left, Is.Empty);
            Assert.That(resumed.Exit, Is.Zero, resumed.Error);
            Assert.That(Service.Runs, Has.Count.EqualTo(1));
            Assert.That(Service.ArchiveFile("runs", id), Is.Not.Null);
        }
    }

    [Test]
    public async Task Downloading_a_run_leaves_no_part_and_what_was_there_before()
    {
        Enlarge("mini/events.jsonl");
        var id = (await RunAsync(["runs", "create", "--path", "mini", "--quiet"])).Output.Trim();

        var outcome = await _disk.RunAsync(64 * Page, Variables(), $"echo before > \"$DISK/{id}.tar.gz\"", "runs", "get", "--run-id", id, "--download-to", _disk.FullPath);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.ReadAllText(Path.Combine(_disk.LeftFolder, $"{id}.tar.gz")).Trim(), Is.EqualTo("before"));
            AssertFull(outcome, $"{id}.tar.gz", "another disk", $"{id}.tar.gz");
            Assert.That((await RunAsync(["runs", "get", "--run-id", id, "--download-to", "elsewhere"])).Exit, Is.Zero);
        }
    }

    [Test]
    public async Task Downloading_a_bundle_leaves_no_part()
    {
        var ids = await RegisterAllAsync();
        Enlarge("docs/large.bin");
        var id = (await RunAsync(["submissions", "create", .. What, .. Runs(ids), "--shared-docs", "docs", "--quiet"])).Output.Trim();

        var outcome = await _disk.RunAsync(64 * Page, Variables(), "", "submissions", "get", "--submission-id", id, "--download-to", _disk.FullPath);

        AssertFull(outcome, $"{id}.tar.gz", "another disk");
    }

    [Test]
    public async Task Downloading_runs_to_assemble_makes_nothing()
    {
        var ids = await RegisterAllAsync();

        var outcome = await _disk.RunAsync(Page, WithTemporaryFolder(), "", ["submissions", "create", .. What, .. Runs(ids)]);

        using (Assert.EnterMultipleScope())
        {
            AssertFull(outcome, "archives", "TMPDIR");
            Assert.That(Service.Submissions, Is.Empty);
        }
    }

    [Test]
    public async Task Packing_a_bundle_withdraws_the_record_or_continues_with_it()
    {
        var ids = await RegisterAllAsync();
        Enlarge("docs/large.bin");
        string[] command = ["submissions", "create", .. What, .. Runs(ids), "--shared-docs", "docs"];
        var undone = await _disk.RunAsync(64 * Page, WithTemporaryFolder(), "", command);
        var status = Service.Submissions.Single()["status"]!.GetValue<string>();
        var kept = await _disk.RunAsync(64 * Page, WithTemporaryFolder(), "", [.. command, "--keep-on-failure", "--json"]);
        var id = new Outcome(kept.ExitCode, kept.Output, kept.Error).Json["undone"]![0]!["id"]!.GetValue<string>();

        var resumed = await RunAsync([.. command, "--resume", id]);

        using (Assert.EnterMultipleScope())
        {
            AssertFull(undone, "bundle.tar.gz", "TMPDIR");
            Assert.That(status, Is.EqualTo("WITHDRAWN"));
            Assert.That(resumed.Exit, Is.Zero, resumed.Error);
            Assert.That(Service.Submissions, Has.Count.EqualTo(2));
            Assert.That(Service.ArchiveFile("submissions", id), Is.Not.Null);
        }
    }

    [Test]
    public async Task Registering_a_finished_submission_undoes_its_runs_or_continues_with_them()
    {
        Lay("org", "v1.0/assembled");
        string[] command = ["submissions", "create-local", "--path", "org", .. What];
        Enlarge("org/" + Path.GetRelativePath(Folder.Combine("org"), Directory.EnumerateDirectories(Folder.Combine("org"), "docs", SearchOption.AllDirectories).Single()) + "/large.bin");
        var undone = await _disk.RunAsync(64 * Page, WithTemporaryFolder(), "", command);
        var (runsLeft, status) = (Service.Runs.Count, Service.Submissions.Single()["status"]!.GetValue<string>());
        await _disk.RunAsync(64 * Page, WithTemporaryFolder(), "", [.. command, "--keep-on-failure", "--report", Folder.Combine("report.json")]);

        var resumed = await RunAsync([.. command, "--resume", "report.json", "--json"]);

        using (Assert.EnterMultipleScope())
        {
            AssertFull(undone, "bundle.tar.gz", "TMPDIR");
            Assert.That(runsLeft, Is.Zero);
            Assert.That(status, Is.EqualTo("WITHDRAWN"));
            Assert.That(resumed.Exit, Is.Zero, resumed.Error);
            Assert.That(Service.Runs, Has.Count.EqualTo(7), "no run is registered twice");
        }
    }

    [Test]
    public async Task Writing_an_assembled_tree_is_all_or_nothing()
    {
        var ids = LayAll();

        var outcome = await _disk.RunAsync(isMounted ? 2 * Page : 1024, Variables(), "", ["submissions", "create", .. What, "--dry-run", .. ids.SelectMany(id => new[] { "--run", id }), "--output", Path.Combine(_disk.FullPath, "out")]);

        using (Assert.EnterMultipleScope())
        {
            AssertFull(outcome, "out", "another disk");
            Assert.That(outcome.Output, Is.Empty);
        }
    }

    [Test]
    public async Task A_report_that_cannot_be_written_loses_neither_the_old_one_nor_the_new_id()
    {
        var ids = await RegisterAllAsync();

        var outcome = await _disk.RunAsync(
            8 * Page, Variables(), "echo before > \"$DISK/report.json\"", ["submissions", "create", .. What, .. Runs(ids), "--report", Path.Combine(_disk.FullPath, "report.json"), "--json"]);

        var json = new Outcome(outcome.ExitCode, outcome.Output, outcome.Error).Json;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(1));
            Assert.That(json["ok"]!.GetValue<bool>(), Is.False);
            Assert.That(json["error"]!["kind"]!.GetValue<string>(), Is.EqualTo("disk-full"));
            Assert.That(json["submission_id"]!.GetValue<string>(), Is.EqualTo(Service.Submissions.Single()["id"]!.GetValue<string>()));
            Assert.That(File.ReadAllText(Path.Combine(_disk.LeftFolder, "report.json")).Trim(), Is.EqualTo("before"));
            Assert.That(_disk.Left, Is.EqualTo(new[] { "report.json" }));
        }
    }

    [TestCase("check-submission", "org", "--output", "DISK/report.json")]
    [TestCase("--report", "DISK/report.json", "check-submission", "org")]
    [TestCase("install-skill", "--dest", "DISK")]
    public async Task Other_files_are_whole_or_not_there(params string[] arguments)
    {
        Lay("org", "v1.0/assembled");

        var outcome = await _disk.RunAsync(isMounted ? Page : 512, Variables(), isMounted ? "echo filler > \"$DISK/filler\"" : "", [.. arguments.Select(argument => argument.Replace("DISK", _disk.FullPath, StringComparison.Ordinal))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(1), outcome.Error);
            Assert.That(outcome.Error, Does.Contain("cannot be written").And.Contain(isMounted ? "Make room" : "Raise the limit"));
            Assert.That(_disk.Left.Where(entry => entry is not ("filler" or "mlperf-submissions")), Is.Empty);
        }
    }

    [Test]
    public async Task The_page_of_a_workflow_keeps_what_other_steps_wrote()
    {
        Lay("org", "v1.0/assembled");
        Directory.Delete(Directory.EnumerateDirectories(Folder.Combine("org"), "r8", SearchOption.AllDirectories).First(), recursive: true);
        var summary = Path.Combine(_disk.FullPath, "summary.md");

        var outcome = await _disk.RunAsync(
            isMounted ? Page : 512, Variables(("GITHUB_ACTIONS", "true"), ("GITHUB_STEP_SUMMARY", summary)), $"printf '%{(isMounted ? 3800 : 400)}s\\n' before > \"$DISK/summary.md\"", "check-submission", "org");

        Assert.That(outcome.ExitCode, Is.EqualTo(1));
        Assert.That(File.ReadAllText(Path.Combine(_disk.LeftFolder, "summary.md")).TrimStart(), Is.EqualTo("before\n"));
    }

    [Test]
    public async Task The_log_of_a_check_is_whole_or_not_there()
    {
        var ids = LayAll();
        var command = new[] { "--reference-behaviour", "submissions", "create" }.Concat(What).Append("--dry-run").Concat(ids.SelectMany(id => new[] { "--run", Folder.Combine(id) })).ToArray();

        var outcome = await _disk.RunAsync(isMounted ? Page : 512, Variables(), "cd \"$DISK\"; echo filler > filler", command);

        AssertFull(outcome, "submission_checker_", "another disk", "filler");
    }

    /// <summary>The tool ended as the book says, said what it should, and left nothing.</summary>
    private void AssertFull(ToolProcess outcome, string file, string mend, params string[] left)
    {
        AssertNoSecrets(outcome.Output + outcome.Error);
        Assert.That(outcome.ExitCode, Is.EqualTo(1), outcome.Error);
        Assert.That(outcome.Error, Does.Contain(isMounted ? "the disk is full." : "may not grow so large").And.Contain("It takes up to").And.Contain(file).And.Contain(mend));
        Assert.That(_disk.Left, Is.EqualTo(left));
    }

    private Dictionary<string, string> WithTemporaryFolder() => Variables(("TMPDIR", _disk.FullPath));

    private static IEnumerable<string> Runs(IEnumerable<string> ids) => ids.SelectMany(id => new[] { "--run-ids", id });

    /// <summary>Half a megabyte that packing cannot shrink.</summary>
    private void Enlarge(string file)
    {
        var content = new byte[512 << 10];
        new Random(11).NextBytes(content);
        Write(Folder.Combine(file), content);
    }
}
