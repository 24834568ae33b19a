using System.Diagnostics;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Sources;

/// <summary>What stands in a folder is looked at before it is opened.</summary>
[Platform("Linux")]
public sealed class FolderSourceTests
{
    private string _folder = null!;

    [SetUp]
    public void Begin()
    {
        _folder = Directory.CreateTempSubdirectory("mlperf-source-").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "inside"));
        File.WriteAllText(Path.Combine(_folder, "inside", "file"), "text");
    }

    [TearDown]
    public void End() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Follows_links_that_end_inside()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "link"), Path.Combine(_folder, "inside", "file"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "folder"), "inside");

        Assert.That(Text("link"), Is.EqualTo("text"));
        Assert.That(Text("folder/file"), Is.EqualTo("text"));
    }

    [Test]
    public void Refuses_links_that_lead_out_and_names_their_end()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "link"), "/etc/hostname");

        var content = new FolderSource(_folder).Read(SubmissionPath.Parse("link"), 1 << 20);

        Assert.That(content.Problem?.Kind, Is.EqualTo(SourceProblemKind.LinkOutside));
        Assert.That(content.Problem?.Detail, Does.Contain("/etc/hostname"));
        Assert.That(new FolderSource(_folder, SourceLimits.Default with { FollowLinks = true }).Read(SubmissionPath.Parse("link"), 1 << 20).Problem, Is.Null);
    }

    [Test]
    public void Refuses_a_link_to_itself()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "link"), "link");

        Assert.That(new FolderSource(_folder).Read(SubmissionPath.Parse("link"), 1).Problem?.Kind, Is.EqualTo(SourceProblemKind.LinkLoop));
    }

    [Test]
    public void Does_not_open_a_pipe()
    {
        using (var make = Process.Start("mkfifo", [Path.Combine(_folder, "pipe")]))
        {
            make.WaitForExit();
        }

        Assert.That(new FolderSource(_folder).Read(SubmissionPath.Parse("pipe"), 1).Problem?.Kind, Is.EqualTo(SourceProblemKind.NotRegular));
    }

    [Test]
    public void Leaves_files_above_the_bound_unread()
        => Assert.That(new FolderSource(_folder).Read(SubmissionPath.Parse("inside/file"), 3).Problem?.Kind, Is.EqualTo(SourceProblemKind.TooLarge));

    [Test]
    public void Lists_by_code_point_and_hides_nothing()
    {
        foreach (var name in new[] { "b", "B", ".a", "\ufb01", "\U0001f600" })
        {
            File.WriteAllText(Path.Combine(_folder, "inside", name), "");
        }

        Assert.That(new FolderSource(_folder).List(SubmissionPath.Parse("inside")).Select(entry => entry.Name), Is.EqualTo(new[] { ".a", "B", "b", "file", "\ufb01", "\U0001f600" }));
    }

    [Test]
    public void A_root_that_does_not_exist_is_missing()
        => Assert.That(new FolderSource(Path.Combine(_folder, "nowhere")).KindOf(SubmissionPath.Root), Is.EqualTo(EntryKind.Missing));

    [TestCase("./a//b/", ExpectedResult = "a/b")]
    [TestCase("/a/./b", ExpectedResult = "/a/b")]
    [TestCase("../a", ExpectedResult = "../a")]
    [TestCase(".", ExpectedResult = ".")]
    [TestCase("/", ExpectedResult = "/")]
    public string Shows_its_root_as_given(string root) => new FolderSource(root).DisplayRoot;

    private string Text(string path) => System.Text.Encoding.UTF8.GetString(new FolderSource(_folder).Read(SubmissionPath.Parse(path), 1 << 20).Bytes.Span);
}
