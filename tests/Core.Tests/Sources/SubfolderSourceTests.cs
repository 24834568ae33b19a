using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Sources;

public sealed class SubfolderSourceTests
{
    private static readonly MemorySource Round = MemorySource.FromTexts("round/", [new("acme/a/x.txt", "text"), new("top.txt", "")]);

    [Test]
    public void Shows_what_is_in_the_folder_and_nothing_else()
    {
        var source = new SubfolderSource(Round, SubmissionPath.Parse("acme"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(source.DisplayRoot, Is.EqualTo("round/acme"));
            Assert.That(source.List(SubmissionPath.Root).Select(entry => entry.Name), Is.EqualTo(new[] { "a" }));
            Assert.That(source.KindOf(SubmissionPath.Parse("a/x.txt")), Is.EqualTo(EntryKind.File));
            Assert.That(source.KindOf(SubmissionPath.Parse("top.txt")), Is.EqualTo(EntryKind.Missing));
            Assert.That(source.Read(SubmissionPath.Parse("a/x.txt"), 10).Bytes.Length, Is.EqualTo(4));
            Assert.That(source.Open(SubmissionPath.Parse("a/x.txt")).ReadByte(), Is.EqualTo('t'));
        }
    }

    [Test]
    public void The_root_as_a_folder_is_the_source_itself()
    {
        var source = new SubfolderSource(Round, SubmissionPath.Root);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(source.DisplayRoot, Is.EqualTo("round"));
            Assert.That(source.KindOf(SubmissionPath.Parse("acme/a")), Is.EqualTo(EntryKind.Folder));
        }
    }

    [Test]
    public void A_folder_that_is_not_there_is_an_empty_source()
        => Assert.That(new SubfolderSource(Round, SubmissionPath.Parse("bolt")).KindOf(SubmissionPath.Root), Is.EqualTo(EntryKind.Missing));
}
