using MlPerf.Endpoints.Prism.Client.Assembly;

namespace MlPerf.Endpoints.Prism.Client.Tests.Assembly;

/// <summary>Builder cases in which ours differs on purpose; docs/deviations.md says why. They are asserted too, so that an accidental agreement shows.</summary>
internal static class BuilderDeviations
{
    private static readonly Dictionary<string, Deviation> Known = new(StringComparer.Ordinal)
    {
        ["build-climbing-member"] = Fails("leads out of the archive"),
        ["build-system-slash"] = Builds(submission => submission.Files.Keys.Any(path => path.Contains("/H100_8/", StringComparison.Ordinal))),
        ["build-system-dotdot"] = Builds(submission => submission.Files.Keys.Any(path => path.Contains("/.._evil/", StringComparison.Ordinal))),
        ["build-system-tab"] = Builds(submission => submission.Files.Keys.Any(path => path.Contains("/a_b/", StringComparison.Ordinal))),
        ["build-results-list"] = Builds(submission => submission.Files.Keys.Any(path => path.EndsWith("/results.json", StringComparison.Ordinal))),
        ["0.1.1.10/build-model-number"] = Builds(submission => submission.Files.Count > 0),
    };

    public sealed record Deviation(Action<AssembledSubmission?, SubmissionAssemblyException?> Check);

    public static Deviation? Of(string release, string name) => Known.GetValueOrDefault(name) ?? Known.GetValueOrDefault($"{release}/{name}");

    private static Deviation Fails(string text) => new((_, failure) => Assert.That(failure?.Message, Does.Contain(text)));

    private static Deviation Builds(Func<AssembledSubmission, bool> holds) => new((submission, failure) =>
    {
        Assert.That(failure, Is.Null, failure?.Message);
        Assert.That(submission, Is.Not.Null);
        Assert.That(holds(submission!), Is.True, string.Join('\n', submission!.Files.Keys));
    });
}
