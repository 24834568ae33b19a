using System.Text.Json.Nodes;

namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>Every recording of the reference's command line: the same arguments against the same answers give the same requests, tool calls, files and exit code.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class CliReplayTests
{
    private ReplayServer _server = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _server = await ReplayServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    private static IEnumerable<TestCaseData> Cases()
        => from release in new[] { "1.5.3.0", "0.1.1.10", "0.1.1.10-github" }
           from recording in Recordings.Of(release)
           where recording["argv"] is not null
           select new TestCaseData(release, recording).SetName($"{{m}}({release}/{recording["name"]})");

    [TestCaseSource(nameof(Cases))]
    public async Task Does_what_the_reference_did(string release, JsonObject recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        using var folder = new TemporaryFolder();
        var replay = await Replay.RunAsync(_server, release, recording, folder);
        replay.AssertNoToken();
        if (CliDeviations.Of(release, recording["name"]!.GetValue<string>()) is { } deviation)
        {
            deviation.Check(replay);
            return;
        }

        replay.AssertRequests();
        replay.AssertTools();
        replay.AssertFiles();
        replay.AssertOutput();
        Assert.That(replay.ExitCode, Is.EqualTo(recording["exit_code"]!.GetValue<int>()), replay.Error);
    }
}
