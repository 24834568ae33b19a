using MlPerf.Endpoints.PrismStandIn;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>Whole commands against the stand-in while it fails on demand: nothing lost, nothing half-written, nothing left unsaid, no key in any output.</summary>
public sealed class FaultTests : StandInTests
{
    [Test]
    public async Task Registers_assembles_checks_and_uploads()
    {
        var ids = await RegisterAllAsync();

        var created = await RunAsync(["submissions", "create", .. What, .. ids.SelectMany(id => new[] { "--run-ids", id }), "--json"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.Exit, Is.Zero, created.Error + created.Output);
            Assert.That(Service.Submissions, Has.Count.EqualTo(1));
            Assert.That(Service.ArchiveFile("submissions", created.Json["submission_id"]!.GetValue<string>()), Is.Not.Null);
        }
    }

    [TestCase(302)]
    [TestCase(304)]
    [TestCase(307)]
    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(409)]
    [TestCase(422)]
    [TestCase(426)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task Deletes_the_run_when_its_upload_link_is_refused(int status)
    {
        Service.Arrange(new Fault { Path = "/archive/upload-url", Status = status, Times = 10 });

        var outcome = await RunAsync(["runs", "create", "--path", "mini", "--json"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Exit, Is.EqualTo(1));
            Assert.That(Service.Runs, Is.Empty);
            Assert.That(outcome.Json["undone"]![0]!["undone"]!.GetValue<bool>(), Is.True);
        }
    }

    [TestCase(302)]
    [TestCase(307)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task Deletes_the_run_when_storage_refuses_its_archive(int status)
    {
        Service.Arrange(new Fault { Method = "PUT", Path = "/storage/", Status = status, RetryAfterSeconds = 0, Times = 10 });

        var outcome = await RunAsync(["runs", "create", "--path", "mini", "--json"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Exit, Is.EqualTo(1));
            Assert.That(outcome.Json["error"]!["kind"]!.GetValue<string>(), Is.EqualTo("storage"), "never a bad key");
            Assert.That(outcome.Json["error"]!["status"]!.GetValue<int>(), Is.EqualTo(status));
            Assert.That(Service.Runs, Is.Empty);
        }
    }

    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(409)]
    [TestCase(422)]
    [TestCase(426)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task Makes_nothing_when_a_run_cannot_be_downloaded(int status)
    {
        var ids = await RegisterAllAsync();
        Service.Arrange(new Fault { Method = "GET", Path = $"/runs/{ids[4]}/archive", Status = status, RetryAfterSeconds = 0, Times = 10 });

        var outcome = await RunAsync(["submissions", "create", .. What, .. ids.SelectMany(id => new[] { "--run-ids", id }), "--json"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Exit, Is.EqualTo(1));
            Assert.That(outcome.Json["error"]!["status"]?.GetValue<int>() ?? 426, Is.EqualTo(status));
            Assert.That(Service.Submissions, Is.Empty);
            Assert.That(Service.Runs, Has.Count.EqualTo(7), "the runs stay");
        }
    }

    [Test]
    public async Task A_slow_service_is_waited_for_and_takes_faults_over_http()
    {
        using var http = new HttpClient();
        using var order = new StringContent("""{"path": "/runs", "delay_milliseconds": 300, "times": 1}""");
        using var nonsense = new StringContent("""{"pathh": "/runs"}""");
        var taken = await http.PostAsync(new Uri($"{Service.Address}/stand-in/faults"), order);
        var refused = await http.PostAsync(new Uri($"{Service.Address}/stand-in/faults"), nonsense);

        var outcome = await RunAsync(["runs", "list", "--json"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)taken.StatusCode, (int)refused.StatusCode), Is.EqualTo((204, 400)));
            Assert.That(outcome.Exit, Is.Zero, outcome.Error);
            Assert.That(Service.Requests, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Names_the_run_that_cannot_be_deleted()
    {
        Service.Arrange(new Fault { Path = "/archive/upload-url", Status = 500, Times = 10 });
        Service.Arrange(new Fault { Method = "DELETE", Path = "/runs/", Status = 500, Times = 10 });

        var outcome = await RunAsync(["runs", "create", "--path", "mini"]);

        var left = Service.Runs.Single()["id"]!.GetValue<string>();
        Assert.That(outcome.Error, Does.Contain("STILL THERE").And.Contain(left).And.Contain($"--resume {left}"));
    }

    [Test]
    public async Task Continues_where_a_kept_run_was_left()
    {
        Service.Arrange(new Fault { Path = "/storage/", Status = 500 });
        var failed = await RunAsync(["runs", "create", "--path", "mini", "--keep-on-failure", "--json"]);
        var id = failed.Json["undone"]![0]!["id"]!.GetValue<string>();

        var resumed = await RunAsync(["runs", "create", "--path", "mini", "--resume", id]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(resumed.Exit, Is.Zero, resumed.Error);
            Assert.That(Service.Runs, Has.Count.EqualTo(1));
            Assert.That(Service.ArchiveFile("runs", id), Is.Not.Null);
        }
    }

    [Test]
    public async Task Repeats_a_list_after_503_and_honours_retry_after()
    {
        Service.Arrange(new Fault { Path = "/runs", Status = 503, RetryAfterSeconds = 0, Times = 2 });

        var outcome = await RunAsync(["runs", "list", "--json"]);

        Assert.That(outcome.Exit, Is.Zero, outcome.Error);
        Assert.That(Service.Requests.Count(request => request is "GET /runs"), Is.EqualTo(3));
    }

    [Test]
    public async Task Never_repeats_a_registration_and_says_that_its_outcome_is_unknown()
    {
        Service.Arrange(new Fault { Method = "POST", Path = "/runs", CarriesOut = true });

        var outcome = await RunAsync(["runs", "create", "--path", "mini"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Exit, Is.EqualTo(1));
            Assert.That(Service.Requests.Count(request => request is "POST /runs"), Is.EqualTo(1));
            Assert.That(outcome.Error, Does.Contain("may have carried it out"));
        }
    }

    [Test]
    public async Task Begins_a_cut_upload_anew_with_a_fresh_link()
    {
        Service.Arrange(new Fault { Method = "PUT", Path = "/storage/", CutAfterBytes = 0 });

        var outcome = await RunAsync(["runs", "create", "--path", "mini", "--quiet"]);

        Assert.That(outcome.Exit, Is.Zero, outcome.Error);
        Assert.That(Service.Requests.Count(request => request.EndsWith("/upload-url", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task Leaves_no_part_of_a_cut_download()
    {
        var id = (await RunAsync(["runs", "create", "--path", "mini", "--quiet"])).Output.Trim();
        Service.Arrange(new Fault { Method = "GET", Path = "/storage/", CutAfterBytes = 100, Times = 10 });

        var outcome = await RunAsync(["runs", "get", "--run-id", id, "--download-to", "dl"]);

        Assert.That(outcome.Exit, Is.EqualTo(1));
        Assert.That(Directory.EnumerateFileSystemEntries(Folder.Combine("dl")), Is.Empty);
    }

    [Test]
    public async Task Ends_a_call_that_hangs()
    {
        Service.Arrange(new Fault { Path = "/runs", Hangs = true, Times = 10 });

        var outcome = await RunAsync(["--timeout", "0.2", "--reference-behaviour", "runs", "list"]);

        Assert.That(outcome.Exit, Is.EqualTo(1));
        Assert.That(outcome.Error, Does.Contain("nothing moved"));
    }

    [TestCase("{")]
    [TestCase("[1]")]
    [TestCase("\"text\"")]
    public async Task Undoes_after_a_malformed_answer(string body)
    {
        Service.Arrange(new Fault { Path = "/archive/upload-url", Body = body, Times = 10 });

        var outcome = await RunAsync(["runs", "create", "--path", "mini", "--json"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Exit, Is.EqualTo(1));
            Assert.That(outcome.Json["error"]!["kind"]!.GetValue<string>(), Is.EqualTo("malformed"));
            Assert.That(Service.Runs, Is.Empty);
        }
    }

    [Test]
    public async Task Two_processes_at_once_write_the_same_files_whole()
    {
        var id = (await RunAsync(["runs", "create", "--path", "mini", "--quiet"])).Output.Trim();
        var folders = LayAll();
        string[][] commands =
        [
            ["runs", "get", "--run-id", id, "--download-to", "dl"],
            ["--reference-behaviour", "submissions", "create", "--dry-run", .. What, .. folders.SelectMany(folder => new[] { "--run", folder }), "--output", "out", "--report", "report.json"],
        ];

        foreach (var command in commands)
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ToolProcess.RunAsync(Folder.FullPath, Variables(), [.. ToolProcess.Command, .. command])));
            Assert.That(outcomes.Select(outcome => outcome.ExitCode), Is.All.Zero, string.Join('\n', outcomes.Select(outcome => outcome.Error)));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.ReadAllBytes(Folder.Combine("dl", $"{id}.tar.gz")), Is.EqualTo(File.ReadAllBytes(Service.ArchiveFile("runs", id)!)));
            Assert.That(Directory.EnumerateFiles(Folder.FullPath, "submission_checker_*.log").Count(), Is.EqualTo(2));
            Assert.That(() => System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Folder.Combine("report.json"))), Throws.Nothing);
            Assert.That(Directory.EnumerateFileSystemEntries(Folder.FullPath, "*.part", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }), Is.Empty);
        }
    }

    [Test]
    public async Task Many_registrations_at_once_do_not_meet()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(["runs", "create", "--path", "mini", "--quiet"])));

        Assert.That(outcomes.Select(outcome => outcome.Exit), Is.All.Zero, string.Join('\n', outcomes.Select(outcome => outcome.Error)));
        Assert.That(Service.Runs, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Refuses_plain_http_beyond_loopback()
    {
        var outcome = await RunAsync(["runs", "list"], ("MLPERF_API_BASE_URL", "http://prism.example"));

        Assert.That(outcome.Exit, Is.EqualTo(1));
        Assert.That(outcome.Error, Does.Contain("plain HTTP"));
    }

    [Test]
    public async Task Asks_before_it_deletes()
    {
        var id = (await RunAsync(["runs", "create", "--path", "mini", "--quiet"])).Output.Trim();

        var refused = await RunAsync(["runs", "delete", "--run-id", id]);
        var agreed = await RunAsync(["runs", "delete", "--run-id", id, "--yes"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Exit, Is.EqualTo(1));
            Assert.That(refused.Error, Does.Contain("--yes"));
            Assert.That(agreed.Exit, Is.Zero, agreed.Error);
            Assert.That(Service.Runs, Is.Empty);
        }
    }

    [Test]
    public async Task Continues_a_local_submission_where_it_was_left()
    {
        Lay("org", "v1.0/assembled");
        Service.Arrange(new Fault { Method = "POST", Path = "/runs", Status = 500, After = 3 });
        string[] command = ["submissions", "create-local", "--path", "org", .. What];
        var failed = await RunAsync([.. command, "--keep-on-failure", "--report", "report.json"]);

        var resumed = await RunAsync([.. command, "--resume", "report.json", "--json"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failed.Exit, Is.EqualTo(1), failed.Error);
            Assert.That(resumed.Exit, Is.Zero, resumed.Error + resumed.Output);
            Assert.That(Service.Runs, Has.Count.EqualTo(7), "no run is registered twice");
            Assert.That(Service.Submissions.Single()["run_ids"]!.AsArray(), Has.Count.EqualTo(7));
        }
    }

    [Test]
    public async Task Deletes_runs_and_record_when_a_local_bundle_cannot_be_uploaded()
    {
        Lay("org", "v1.0/assembled");
        Service.Arrange(new Fault { Path = "/submissions/", Status = 500, Times = 1 });

        var failed = await RunAsync(["submissions", "create-local", "--path", "org", .. What]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failed.Exit, Is.EqualTo(1), failed.Error);
            Assert.That(Service.Submissions.Single()["status"]!.GetValue<string>(), Is.EqualTo("WITHDRAWN"));
            Assert.That(Service.Runs, Is.Empty);
            Assert.That(Directory.EnumerateFiles(Folder.Combine("org"), "cli_metadata.json", SearchOption.AllDirectories), Is.Empty);
        }
    }
}
