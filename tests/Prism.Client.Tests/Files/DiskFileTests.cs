using System.Diagnostics;
using MlPerf.Endpoints.Prism.Client.Files;

namespace MlPerf.Endpoints.Prism.Client.Tests.Files;

/// <summary>Files are written whole or not at all, and what is no file is never replaced by one.</summary>
public sealed class DiskFileTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_failure_leaves_what_was_there()
    {
        File.WriteAllText(_folder.Combine("file"), "before");

        Assert.That(() => DiskFile.WriteAsync(_folder.Combine("file"), async stream =>
        {
            await stream.WriteAsync(new byte[100]);
            throw new InvalidOperationException("half-way");
        }), Throws.InvalidOperationException);

        Assert.That(Directory.EnumerateFileSystemEntries(_folder.FullPath), Is.EqualTo(new[] { _folder.Combine("file") }));
        Assert.That(File.ReadAllText(_folder.Combine("file")), Is.EqualTo("before"));
    }

    [Test]
    public void What_is_there_stays_where_it_must_not_be_replaced()
    {
        File.WriteAllText(_folder.Combine("file"), "before");

        Assert.That(() => DiskFile.WriteAsync(_folder.Combine("file"), _ => Task.CompletedTask, overwrites: false), Throws.InstanceOf<IOException>());
        Assert.That(File.ReadAllText(_folder.Combine("file")), Is.EqualTo("before"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Links_are_written_through()
    {
        Directory.CreateDirectory(_folder.Combine("elsewhere"));
        File.CreateSymbolicLink(_folder.Combine("link"), Path.Combine("elsewhere", "file"));

        await DiskFile.WriteAsync(_folder.Combine("link"), "text"u8.ToArray());

        Assert.That(new FileInfo(_folder.Combine("link")).LinkTarget, Is.Not.Null, "the link is still one");
        Assert.That(File.ReadAllText(_folder.Combine("elsewhere", "file")), Is.EqualTo("text"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task A_pipe_gets_the_bytes_and_stays_a_pipe()
    {
        var pipe = _folder.Combine("pipe");
        Process.Start("mkfifo", [pipe]).WaitForExit();
        var reading = Task.Run(() => File.ReadAllText(pipe));

        await DiskFile.WriteAsync(pipe, "text"u8.ToArray());

        Assert.That(await reading, Is.EqualTo("text"));
        Assert.That(new Core.Sources.FolderSource(_folder.FullPath).KindOf(Core.Sources.SubmissionPath.Parse("pipe")), Is.EqualTo(Core.Sources.EntryKind.Refused));
    }

    [Test]
    public void Appending_adds()
    {
        File.WriteAllText(_folder.Combine("file"), "before ");

        Assert.That(() => DiskFile.AppendAsync(_folder.Combine("file"), "after"u8.ToArray(), CancellationToken.None), Throws.Nothing);
        Assert.That(File.ReadAllText(_folder.Combine("file")), Is.EqualTo("before after"));
    }
}
