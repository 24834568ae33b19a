namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>Recordings that ours does not follow on purpose; docs/deviations.md says why. What ours does instead is asserted.</summary>
internal static class CliDeviations
{
    public sealed record Deviation(Action<Replay> Check);

    private static readonly Dictionary<string, Deviation> Known = new(StringComparer.Ordinal);

    public static Deviation? Of(string release, string name) => Known.GetValueOrDefault(name) ?? Known.GetValueOrDefault($"{release}/{name}");
}
