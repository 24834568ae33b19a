using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Sources;

public sealed class FolderWalkTests
{
    [Test]
    public void Gives_each_folder_before_those_in_it_in_order()
        => Assert.That(Walk(new FolderWalk(Source("b/x", "a/y/z", "a/x"))), Is.EqualTo(new[] { ". 0", "a 1", "a/x 2", "a/y 2", "a/y/z 3", "b 1", "b/x 2" }));

    [Test]
    public void Starts_where_it_is_told()
        => Assert.That(new FolderWalk(Source("a/x", "b/x/y")).Folders(SubmissionPath.Parse("b")).Select(static folder => folder.Path.Value), Is.EqualTo(new[] { "b", "b/x", "b/x/y" }));

    [Test]
    public void Leaves_out_what_is_in_a_skipped_folder()
    {
        var seen = new List<string>();
        foreach (var folder in new FolderWalk(Source("a/x", "b/x")).Folders(SubmissionPath.Root))
        {
            seen.Add(folder.Path.ToString());
            if (folder.Path.Name == "a")
            {
                folder.Skip();
            }
        }

        Assert.That(seen, Is.EqualTo(new[] { ".", "a", "b", "b/x" }));
    }

    [TestCase(4, null)]
    [TestCase(3, "b/x")]
    [TestCase(1, "a")]
    public void Stops_at_the_bound_on_folders_and_says_where(int maxFolders, string? at)
    {
        var walk = new FolderWalk(Source("a", "b/x"), SourceLimits.Default with { MaxFolders = maxFolders });

        var seen = Walk(walk).Count();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen, Is.EqualTo(maxFolders));
            Assert.That(walk.BoundsReached, Is.EqualTo(at is null ? [] : new[] { new WalkBound("MaxFolders", maxFolders, SubmissionPath.Parse(at)) }));
        }
    }

    [TestCase(2, null)]
    [TestCase(1, "c/x")]
    public void Goes_no_deeper_than_the_bound_and_says_where(int maxDepth, string? at)
    {
        var walk = new FolderWalk(Source("a", "b", "c/x", "d/x"), SourceLimits.Default with { MaxFolderDepth = maxDepth });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Walk(walk), Does.Contain("d 1"));
            Assert.That(walk.BoundsReached, Is.EqualTo(at is null ? [] : new[] { new WalkBound("MaxFolderDepth", maxDepth, SubmissionPath.Parse(at)) }));
        }
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Making links takes a privilege there.")]
    public void Tells_links_and_ends_where_they_run_in_circles()
    {
        var root = Directory.CreateTempSubdirectory("mlperf-");
        try
        {
            Directory.CreateDirectory(Path.Combine(root.FullName, "a"));
            Directory.CreateSymbolicLink(Path.Combine(root.FullName, "a", "up"), root.FullName);
            var walk = new FolderWalk(new FolderSource(root.FullName), SourceLimits.Default with { MaxFolderDepth = 5 });

            var links = walk.Folders(SubmissionPath.Root).Where(static folder => folder.IsLink).Select(static folder => folder.Path.Value).ToList();

            Assert.That(links, Is.EqualTo(new[] { "a/up", "a/up/a/up" }));
            Assert.That(walk.BoundsReached.Single().Path.Value, Is.EqualTo("a/up/a/up/a/up"));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Walk(FolderWalk walk) => walk.Folders(SubmissionPath.Root).Select(static folder => $"{folder.Path} {folder.Depth}");

    private static MemorySource Source(params string[] folders) => new("root", [], folders.Select(SubmissionPath.Parse));
}
