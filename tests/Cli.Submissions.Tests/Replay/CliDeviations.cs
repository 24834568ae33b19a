namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>Recordings that ours does not follow on purpose; docs/deviations.md says why. What ours does instead is asserted.</summary>
internal static class CliDeviations
{
    private static readonly Dictionary<string, Deviation> Known = new(StringComparer.Ordinal)
    {
        // NaN has no JSON form: refused in the dry run as it is when it would be sent.
        ["runs-create-system-desc-nan"] = Fails("NaN has no form in JSON", requests: 0),

        // Dates are sent as ISO 8601 text, and the dry run shows just that.
        ["runs-create-date-sent"] = Asks(replay => Assert.That(System.Text.Encoding.UTF8.GetString(replay.Requests[0].Body), Does.Contain("\"2026-10-01\""))),
        ["runs-create-config-date"] = Prints("2026-10-01T08:00:00"),

        // Files that the reference falls over after it registered the run: found before the first request, or no fault at all.
        ["runs-create-archive-responses-text"] = Fails("responses", requests: 0),
        ["runs-create-archive-accuracy-list"] = Asks(replay => Assert.That(replay.Requests, Has.Count.GreaterThan(1))),
        ["runs-create-power-system-desc-list"] = Exits(0),

        // An object where a list belongs is no empty list.
        ["runs-list-object-nonempty-keys-only"] = Fails("no list", requests: 1),

        // The merge copies folders; the reference falls over.
        ["submissions-update-merge-subfolders"] = Asks(replay => Assert.That(replay.Tools.Calls.Select(call => string.Join(' ', call.Arguments)), Has.Some.StartsWith("git checkout"))),
    };

    public sealed record Deviation(Action<Replay> Check);

    public static Deviation? Of(string release, string name) => Known.GetValueOrDefault(name) ?? Known.GetValueOrDefault($"{release}/{name}");

    private static Deviation Fails(string text, int requests) => new(replay =>
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(replay.ExitCode, Is.EqualTo(1), replay.Error);
            Assert.That(replay.Error, Does.Contain(text));
            Assert.That(replay.Requests, Has.Count.EqualTo(requests));
        }
    });

    private static Deviation Asks(Action<Replay> check) => new(check);

    private static Deviation Exits(int code) => new(replay => Assert.That(replay.ExitCode, Is.EqualTo(code), replay.Error));

    private static Deviation Prints(string text) => new(replay =>
    {
        Assert.That(replay.ExitCode, Is.Zero, replay.Error);
        Assert.That(replay.Output, Does.Contain(text));
    });
}
