using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Checking;

public sealed class SubmissionFinderTests
{
    [Test]
    public void Finds_the_submissions_of_an_organisation()
        => Assert.That(Find("one/results/", "one/src/", "two/results/", "notes/"), Is.EqualTo(new[] { "one v1.0", "two v1.0" }));

    [Test]
    public void Finds_every_submission_of_a_repository_of_both_specs()
        => Assert.That(
            Find("round-1/acme/a/results/", "round-1/acme/a/docs/", "round-1/bolt/pareto/", "round-0/old/systems/", "README.md/"),
            Is.EqualTo(new[] { "round-0/old v0.7", "round-1/acme/a v1.0", "round-1/bolt v0.7" }));

    [Test]
    public void Takes_a_submission_for_itself() => Assert.That(Find("results/hx8/m/r8/", "src/", "docs/"), Is.EqualTo(new[] { ". v1.0" }));

    [Test]
    public void Looks_into_a_folder_called_results_that_holds_submissions()
        => Assert.That(Find("results/acme/a/results/", "results/acme/a/src/"), Is.EqualTo(new[] { "results/acme/a v1.0" }));

    [Test]
    public void Is_not_led_astray_by_a_folder_of_that_name_in_a_point()
        => Assert.That(Find("results/hx8/m/r8/results/"), Is.EqualTo(new[] { ". v1.0" }));

    [Test]
    public void Passes_over_hidden_folders() => Assert.That(Find(".git/results/", "a/results/"), Is.EqualTo(new[] { "a v1.0" }));

    [Test]
    public void Goes_no_deeper_than_asked()
    {
        var source = Source("a/b/results/");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(SubmissionFinder.Find(source, maxDepth: 1), Is.Empty);
            Assert.That(SubmissionFinder.Find(source, maxDepth: 2), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void Lists_no_more_folders_than_allowed()
        => Assert.That(SubmissionFinder.Find(Source("a/x/", "b/x/", "c/results/"), limits: SourceLimits.Default with { MaxFolders = 3 }), Is.Empty);

    private static IEnumerable<string> Find(params string[] folders) => SubmissionFinder.Find(Source(folders)).Select(found => $"{found.Path} {found.Revision.Name}");

    private static MemorySource Source(params string[] folders) => new("round", [], folders.Select(folder => SubmissionPath.Parse(folder.TrimEnd('/'))));
}
