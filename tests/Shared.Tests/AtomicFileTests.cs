using System.Diagnostics;

namespace MlPerf.Endpoints.Shared.Tests;

public sealed class AtomicFileTests
{
    private string _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("atomic-file-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Writes_whole_and_leaves_nothing_else()
    {
        AtomicFile.Write(In("file"), "first"u8);
        AtomicFile.Write(In("file"), stream => stream.Write("second"u8));

        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.EqualTo(new[] { In("file") }));
        Assert.That(File.ReadAllText(In("file")), Is.EqualTo("second"));
    }

    [Test]
    public void A_failure_leaves_what_was_there()
    {
        File.WriteAllText(In("file"), "before");

        Assert.That(() => AtomicFile.WriteAsync(In("file"), async stream =>
        {
            await stream.WriteAsync(new byte[100]);
            throw new InvalidOperationException("half-way");
        }), Throws.InvalidOperationException);

        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.EqualTo(new[] { In("file") }));
        Assert.That(File.ReadAllText(In("file")), Is.EqualTo("before"));
    }

    [Test]
    public void What_is_there_stays_where_it_must_not_be_replaced()
    {
        File.WriteAllText(In("file"), "before");

        Assert.That(() => AtomicFile.Write(In("file"), _ => { }, overwrites: false), Throws.InstanceOf<IOException>());
        Assert.That(File.ReadAllText(In("file")), Is.EqualTo("before"));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.EqualTo(new[] { In("file") }));
    }

    [Test]
    public void What_a_killed_process_left_of_a_file_is_removed_and_nothing_else()
    {
        var others = new[] { "file", "file.tmp", "file.part.tmp", "other.0123456789abcdef0123456789abcdef.tmp", "file.0123456789abcdef0123456789abcdef" };
        foreach (var name in others)
        {
            File.WriteAllText(In(name), name);
        }

        AtomicFile.Begin(In("file"), FileOptions.None).Stream.Dispose();
        Assert.That(Directory.EnumerateFileSystemEntries(_folder).Count(), Is.EqualTo(others.Length + 1));

        AtomicFile.RemoveUnfinished(In("file"));
        AtomicFile.RemoveUnfinished(In("nowhere/file"));

        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.EquivalentTo(others.Select(In)));
    }

    [Test]
    public void A_folder_at_the_place_is_a_failure()
    {
        Directory.CreateDirectory(In("folder/occupied"));

        Assert.That(() => AtomicFile.Write(In("folder"), "text"u8), Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.EqualTo(new[] { In("folder") }));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Links_are_written_through()
    {
        Directory.CreateDirectory(In("elsewhere"));
        File.CreateSymbolicLink(In("link"), Path.Combine("elsewhere", "file"));

        AtomicFile.Write(In("link"), "text"u8);

        Assert.That(new FileInfo(In("link")).LinkTarget, Is.Not.Null, "the link is still one");
        Assert.That(File.ReadAllText(In("elsewhere/file")), Is.EqualTo("text"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task A_pipe_gets_the_bytes_and_stays_a_pipe()
    {
        Process.Start("mkfifo", [In("pipe")]).WaitForExit();
        var reading = Task.Run(() => File.ReadAllText(In("pipe")));

        await AtomicFile.WriteAsync(In("pipe"), "text"u8.ToArray());

        Assert.That(await reading, Is.EqualTo("text"));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.EqualTo(new[] { In("pipe") }));
    }

    private string In(string name) => Path.Combine(_folder, name);
}
