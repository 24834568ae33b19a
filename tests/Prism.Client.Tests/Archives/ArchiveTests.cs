using System.Formats.Tar;
using System.IO.Compression;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Assembly;

namespace MlPerf.Endpoints.Prism.Client.Tests.Archives;

/// <summary>Archives are strangers' uploads: what leaves the folder, floods the disk or is no file is refused, with the reason.</summary>
public sealed class ArchiveTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("../climb.txt")]
    [TestCase("run/../../climb.txt")]
    [TestCase("/etc/passwd")]
    public void Refuses_names_that_leave_the_archive(string name)
        => Assert.That(() => Read(Pack(tar => Add(tar, name, "no"))), Throws.InstanceOf<SubmissionAssemblyException>().With.Message.Contains(name));

    [TestCase("/etc/passwd")]
    [TestCase("../../../etc/passwd")]
    public void Refuses_links_that_leave_the_archive(string target)
        => Assert.That(
            () => Read(Pack(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "run/link") { LinkName = target }))),
            Throws.InstanceOf<SubmissionAssemblyException>().With.Message.Contains("leads out"));

    [Test]
    public void Refuses_hard_links_that_leave_the_archive()
        => Assert.That(
            () => Read(Pack(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, "run/link") { LinkName = "../../etc/passwd" }))),
            Throws.InstanceOf<SubmissionAssemblyException>().With.Message.Contains("leads out"));

    [Test]
    public void Refuses_paths_that_are_too_long_or_too_deep()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Read(Pack(tar => Add(tar, "run/" + string.Join('/', Enumerable.Repeat(new string('n', 200), 21)), "no"))), Throws.InstanceOf<SubmissionAssemblyException>().With.Message.Contains("more than 4096"));
            Assert.That(() => Read(Pack(tar => Add(tar, string.Join('/', Enumerable.Repeat("d", 65)), "no"))), Throws.InstanceOf<SubmissionAssemblyException>().With.Message.Contains("more than 64"));
            Assert.That(() => Read(Pack(tar => Add(tar, string.Join('/', Enumerable.Repeat("d", 64)), "yes"))), Throws.Nothing);
        }
    }

    [Test]
    public void Refuses_more_than_memory_should_hold()
    {
        var archive = Pack(tar =>
        {
            Add(tar, "run/src/x/a", new string('a', 600));
            Add(tar, "run/events.jsonl", new string('e', 100_000));
            Add(tar, "run/src/x/b", new string('b', 600));
        });

        Assert.That(() => Read(archive, new ArchiveLimits { MaxKeptBytes = 1000 }), Throws.InstanceOf<SubmissionAssemblyException>().With.Message.Contains("made of have more than 1000 bytes"));
        Assert.That(() => Read(archive, new ArchiveLimits { MaxKeptBytes = 2000 }), Throws.Nothing, "the event log is not kept");
    }

    [TestCase(TarEntryType.CharacterDevice)]
    [TestCase(TarEntryType.BlockDevice)]
    [TestCase(TarEntryType.Fifo)]
    public void Refuses_devices(TarEntryType type)
        => Assert.That(() => Read(Pack(tar => tar.WriteEntry(new PaxTarEntry(type, "run/device")))), Throws.InstanceOf<SubmissionAssemblyException>().With.Message.Contains("only files"));

    [Test]
    public void Refuses_a_bomb()
    {
        var archive = Pack(tar =>
        {
            for (var at = 0; at < 200; at++)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"run/events{at}") { DataStream = new MemoryStream(new byte[1 << 20]) });
            }
        });

        Assert.That(() => Read(archive, new ArchiveLimits { MaxExpansionRatio = 100 }), Throws.InstanceOf<SubmissionAssemblyException>().With.Message.Contains("times its size"));
        Assert.That(() => Read(archive, new ArchiveLimits { MaxTotalBytes = 1 << 20 }), Throws.InstanceOf<SubmissionAssemblyException>().With.Message.Contains("unpacks to more"));
    }

    [Test]
    public void Refuses_too_many_members_and_survives_a_hundred_thousand()
    {
        var archive = Pack(tar =>
        {
            for (var at = 0; at < 100_000; at++)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"run/src/x/{at}"));
            }
        });

        Assert.That(() => Read(archive, new ArchiveLimits { MaxEntries = 99_999 }), Throws.InstanceOf<SubmissionAssemblyException>().With.Message.Contains("members"));
        Assert.That(() => Read(archive), Throws.Nothing);
    }

    [TestCase(0.3)]
    [TestCase(0.6)]
    [TestCase(0.95)]
    public void Notices_that_an_archive_was_cut(double part)
    {
        var random = new byte[200_000];
        new Random(7).NextBytes(random);
        var archive = Pack(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "run/point.yaml") { DataStream = new MemoryStream(random) }));
        var bytes = File.ReadAllBytes(archive);
        File.WriteAllBytes(archive, bytes[..(int)(bytes.Length * part)]);

        Assert.That(() => Read(archive), Throws.InstanceOf<SubmissionAssemblyException>());
    }

    [Test]
    public void Reads_a_bare_tar()
    {
        var archive = _folder.Combine("bare.tar.gz");
        using (var target = File.Create(archive))
        using (var tar = new TarWriter(target))
        {
            Add(tar, "run/point.yaml", "concurrency: 1\n");
        }

        Assert.That(Read(archive).Files.Read(Core.Sources.SubmissionPath.Parse("run/point.yaml"), 100).Problem, Is.Null);
    }

    [Test]
    public async Task Packs_depth_first_by_code_point_and_reads_it_back()
    {
        foreach (var (path, text) in new[] { ("b/z", "1"), ("b.txt", "2"), (".hidden", "3"), ("B", "4") })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.Combine("run", path))!);
            File.WriteAllText(_folder.Combine("run", path), text);
        }

        Directory.CreateDirectory(_folder.Combine("run", "empty"));
        var archive = _folder.Combine("run.tar.gz");
        await FolderArchive.PackAsync(_folder.Combine("run"), "run", new Dictionary<string, byte[]>(), archive, null, CancellationToken.None);

        var names = new List<string>();
        new ArchiveReader(archive, ArchiveLimits.Default).Walk((member, _) => names.Add(member.Path));
        Assert.That(names, Is.EqualTo(new[] { "run", "run/.hidden", "run/B", "run/b", "run/b/z", "run/b.txt", "run/empty" }));
    }

    [TestCase(true, 0.9, 1.01)]
    [TestCase(false, 0, 0.2)]
    public async Task Packs_logs_and_stores_what_is_packed_already(bool isRandom, double least, double most)
    {
        Directory.CreateDirectory(_folder.Combine("run"));
        var content = new byte[2 << 20];
        if (isRandom)
        {
            new Random(5).NextBytes(content);
        }
        else
        {
            for (var at = 0; at < content.Length; at++)
            {
                content[at] = (byte)('a' + (at % 23));
            }
        }

        File.WriteAllBytes(_folder.Combine("run", "events.jsonl"), content);
        var archive = _folder.Combine("run.tar.gz");
        await FolderArchive.PackAsync(_folder.Combine("run"), "run", new Dictionary<string, byte[]>(), archive, null, CancellationToken.None);

        var read = new MemoryStream();
        new ArchiveReader(archive, ArchiveLimits.Default).Walk((member, stream) => stream?.CopyTo(read));
        Assert.That(read.ToArray(), Is.EqualTo(content));
        Assert.That(new FileInfo(archive).Length / (double)content.Length, Is.InRange(least, most));
    }

    [Test]
    public void Refuses_to_pack_a_folder_without_files_or_a_link_that_leaves_it()
    {
        Directory.CreateDirectory(_folder.Combine("none"));
        Directory.CreateDirectory(_folder.Combine("linked"));
        File.CreateSymbolicLink(_folder.Combine("linked", "out"), "/etc/passwd");

        Assert.That(() => PackAsync("none"), Throws.InstanceOf<ArchiveException>().With.Message.Contains("no files"));
        Assert.That(() => PackAsync("linked"), Throws.InstanceOf<ArchiveException>().With.Message.Contains("leads out"));
        Assert.That(File.Exists(_folder.Combine("out.tar.gz")), Is.False);
    }

    [Test]
    public void Refuses_to_pack_folders_that_are_nested_without_end()
    {
        Directory.CreateDirectory(_folder.Combine("deep", string.Join('/', Enumerable.Repeat("d", 66))));

        Assert.That(() => PackAsync("deep"), Throws.InstanceOf<ArchiveException>().With.Message.Contains("more than 64 levels deep (MaxFolderDepth)"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Refuses_to_pack_a_device()
    {
        Directory.CreateDirectory(_folder.Combine("piped"));
        System.Diagnostics.Process.Start("mkfifo", [_folder.Combine("piped", "pipe")]).WaitForExit();

        Assert.That(() => PackAsync("piped"), Throws.InstanceOf<ArchiveException>().With.Message.Contains("no regular file"));
    }

    private Task PackAsync(string name)
        => FolderArchive.PackAsync(_folder.Combine(name), name, new Dictionary<string, byte[]>(), _folder.Combine("out.tar.gz"), null, CancellationToken.None);

    private string Pack(Action<TarWriter> write)
    {
        var archive = _folder.Combine("run.tar.gz");
        using var target = File.Create(archive);
        using var packed = new GZipStream(target, CompressionLevel.Fastest);
        using var tar = new TarWriter(packed, TarEntryFormat.Pax);
        write(tar);
        return archive;
    }

    private static void Add(TarWriter tar, string name, string text)
        => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)) });

    private static RunInput Read(string archive, ArchiveLimits? limits = null) => RunInput.FromArchive("run-1", archive, limits);
}
