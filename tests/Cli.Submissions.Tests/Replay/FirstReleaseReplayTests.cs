using System.Text.Json.Nodes;

namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>Recordings of release 0.1.1.0, which ours follows in its pull requests (submission-cli 1 and 6.7), its dialect (8.2) and, behind switches, its files and its wire (prism-api 5.4).</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class FirstReleaseReplayTests
{
    private const string Release = "0.1.1.0";

    /// <summary>Recordings that do not count, each with the book's reason. What ours does instead is asserted by the tests named.</summary>
    private static readonly Dictionary<string, string> DoNotCount = new(StringComparer.Ordinal)
    {
        ["submissions-withdraw-204"] = "prism-api 3 (row 14) and 9 (11): 204 is accepted since 0.1.1.10, whose wire ours speaks; Withdrawing_accepts_an_answer_without_body",
    };

    private ReplayServer _server = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _server = await ReplayServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    private static IEnumerable<JsonObject> Commands => Recordings.Of(Release).Where(recording => recording["argv"] is not null);

    private static IEnumerable<TestCaseData> Counting()
        => from recording in Commands where !DoNotCount.ContainsKey(NameOf(recording)) select new TestCaseData(recording).SetName($"{{m}}({NameOf(recording)})");

    // On the wire of 0.1.1.10 archives travel by links, and a run folder needs another description; all else is the same.
    private static IEnumerable<TestCaseData> WithoutArchives()
        => from recording in Commands
           where !DoNotCount.ContainsKey(NameOf(recording)) && !Words(recording).Take(2).SequenceEqual(["runs", "create"]) && !recording["exchanges"]!.AsArray().Any(MovesAnArchive)
           select new TestCaseData(recording).SetName($"{{m}}({NameOf(recording)})");

    [TestCaseSource(nameof(Counting))]
    public async Task Follows_the_first_release_on_its_wire(JsonObject recording)
    {
        // Its checker passed runs to which its builder had lent accuracy; ours lends none (8.2), and the check says so: Accuracy_is_not_invented.
        var wasPassed = recording["stages"]!.AsArray().Any(stage => stage!.GetValue<string>() is "check") && recording["error"]?["kind"]?.GetValue<string>() is not "check";
        await FollowAsync(recording, withLog: !wasPassed, ["--dialect", "readme", "--transfer", "form", .. wasPassed ? ["--no-check"] : (string[])[]]);
    }

    [TestCaseSource(nameof(WithoutArchives))]
    public Task Follows_the_first_release_on_the_later_wire(JsonObject recording) => FollowAsync(recording, withLog: true, []);

    [Test]
    public async Task Accuracy_is_not_invented()
    {
        using var folder = new TemporaryFolder();
        var replay = await Replay.RunAsync(_server, Release, Commands.Single(recording => NameOf(recording) is "submissions-create-ok"), folder, "--dialect", "readme", "--transfer", "form");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(replay.ExitCode, Is.EqualTo(1));
            Assert.That(replay.Error, Does.Contain("1 error").And.Contain("pareto-subdir").And.Contain("needs a folder accuracy/"));
            Assert.That(replay.Requests.Select(request => request.Method), Does.Not.Contain("POST"), "nothing was made");
        }
    }

    [Test]
    public async Task Withdrawing_accepts_an_answer_without_body()
    {
        using var folder = new TemporaryFolder();
        var replay = await Replay.RunAsync(_server, Release, Commands.Single(recording => NameOf(recording) is "submissions-withdraw-204"), folder);

        Assert.That(replay.ExitCode, Is.Zero, replay.Error);
    }

    private async Task FollowAsync(JsonObject recording, bool withLog, string[] options)
    {
        using var folder = new TemporaryFolder();
        var replay = await Replay.RunAsync(_server, Release, recording, folder, options);
        replay.AssertNoToken();
        replay.AssertRequests();
        replay.AssertTools();
        replay.AssertFiles(withLog);
        replay.AssertOutput();
        Assert.That(replay.ExitCode, Is.EqualTo(recording["exit_code"]!.GetValue<int>()), replay.Error);
    }

    private static bool MovesAnArchive(JsonNode? exchange)
        => exchange!["request"]!["path"]!.GetValue<string>().EndsWith("/archive", StringComparison.Ordinal) && exchange["request"]!["method"]!.GetValue<string>() is not "DELETE";

    private static IEnumerable<string> Words(JsonObject recording) => recording["argv"]!.AsArray().Select(word => word!.GetValue<string>());

    private static string NameOf(JsonObject recording) => recording["name"]!.GetValue<string>();
}
