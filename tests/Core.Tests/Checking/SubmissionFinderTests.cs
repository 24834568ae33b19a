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
            Assert.That(SubmissionFinder.Find(source, maxDepth: 1).Found, Is.Empty);
            Assert.That(SubmissionFinder.Find(source, maxDepth: 2).Found, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void Says_that_it_looked_no_deeper()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SubmissionFinder.Find(Source("a/b/results/", "c/x/y/"), maxDepth: 1).BoundsReached.Single(), Is.EqualTo(new WalkBound("maxDepth", 1, SubmissionPath.Parse("a/b"))));
            Assert.That(SubmissionFinder.Find(Source("a/b/results/", "a/b/src/"), maxDepth: 2).BoundsReached, Is.Empty);
        }
    }

    [Test]
    public void Does_not_count_the_depths_of_a_submission_as_unseen()
        => Assert.That(SubmissionFinder.Find(Source("a/results/hx8/m/r8/performance/x/"), maxDepth: 3).BoundsReached, Is.Empty);

    [Test]
    public void Lists_no_more_folders_than_allowed_and_says_so()
    {
        var search = SubmissionFinder.Find(Source("a/x/", "b/x/", "c/results/"), limits: SourceLimits.Default with { MaxFolders = 3 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(search.Found, Is.Empty);
            Assert.That(search.BoundsReached.Single().ToString(), Is.EqualTo("there are more than 3 folders (MaxFolders); 'b' and what follows it were not looked at"));
        }
    }

    [Test]
    public void Looks_at_no_other_folder_of_a_submission_that_has_only_results()
        => Assert.That(Find("a/results/hx8/m/r8/", "a/results/results/results/", "a/zzz/results/"), Is.EqualTo(new[] { "a v1.0" }));

    [Test]
    public void Prefers_whole_submissions_below_one_that_has_only_results()
        => Assert.That(Find("a/results/x/results/", "a/results/x/docs/", "a/results/y/results/", "b/results/"), Is.EqualTo(new[] { "a/results/x v1.0", "a/results/y v1.0", "b v1.0" }));

    private static IEnumerable<string> Find(params string[] folders) => SubmissionFinder.Find(Source(folders)).Found.Select(found => $"{found.Path} {found.Revision.Name}");

    private static MemorySource Source(params string[] folders) => new("round", [], folders.Select(folder => SubmissionPath.Parse(folder.TrimEnd('/'))));
}
