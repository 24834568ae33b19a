using System.Formats.Tar;
using System.IO.Compression;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>The service hands out an archive that somebody made to do harm: the command names the run and the reason, makes nothing, and leaves nothing on this machine.</summary>
public sealed class HostileArchiveTests : StandInTests
{
    private static readonly Dictionary<string, (Action<TarWriter> Write, string Reason)> Archives = new(StringComparer.Ordinal)
    {
        ["zip slip"] = (tar => Add(tar, "run/../../../climbed.txt", 1), "leads out of the archive"),
        ["absolute path"] = (tar => Add(tar, "/tmp/climbed.txt", 1), "no path within the archive"),
        ["link that leaves"] = (tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "run/link") { LinkName = "../../../etc" }), "leads out of the archive"),
        ["hard link that leaves"] = (tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, "run/link") { LinkName = "/etc/passwd" }), "no path within the archive"),
        ["device"] = (tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.CharacterDevice, "run/device")), "only files, folders and links"),
        ["bomb"] = (tar => Add(tar, "run/events.jsonl", 80 << 20), "times its size"),
    };

    [TestCase("zip slip")]
    [TestCase("absolute path")]
    [TestCase("link that leaves")]
    [TestCase("hard link that leaves")]
    [TestCase("device")]
    [TestCase("bomb")]
    public async Task Stops_before_anything_is_made(string kind)
    {
        var ids = await RegisterAllAsync();
        Pack(Service.ArchiveFile("runs", ids[3])!, Archives[kind].Write);

        var outcome = await RunAsync(["submissions", "create", .. What, .. ids.SelectMany(id => new[] { "--run-ids", id }), "--json"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Exit, Is.EqualTo(1));
            Assert.That(outcome.Json["error"]!["kind"]!.GetValue<string>(), Is.EqualTo("build"));
            Assert.That(outcome.Json["error"]!["message"]!.GetValue<string>(), Does.Contain(ids[3]).And.Contain(Archives[kind].Reason));
            Assert.That(Service.Submissions, Is.Empty);
            Assert.That(File.Exists("/tmp/climbed.txt"), Is.False);
        }
    }

    [Test]
    public async Task A_hundred_thousand_members_are_read_and_left_behind()
    {
        var ids = await RegisterAllAsync();
        var archive = Service.ArchiveFile("runs", ids[3])!;
        var run = Recordings.Fixture("v1.0/3d94b7e8-e2a5-46c0-8f17-5a2b8d0c6104").Files;
        Pack(archive, tar =>
        {
            for (var at = 0; at < 100_000; at++)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"run/extra/{at}"));
            }

            foreach (var (path, content) in run)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"run/{path}") { DataStream = new MemoryStream(content) });
            }
        });

        var outcome = await RunAsync(["submissions", "create", .. What, .. ids.SelectMany(id => new[] { "--run-ids", id })]);

        Assert.That(outcome.Exit, Is.Zero, outcome.Error);
        Assert.That(Service.Submissions, Has.Count.EqualTo(1));
    }

    private static void Pack(string file, Action<TarWriter> write)
    {
        using var target = File.Create(file);
        using var packed = new GZipStream(target, CompressionLevel.SmallestSize);
        using var tar = new TarWriter(packed, TarEntryFormat.Pax);
        write(tar);
    }

    private static void Add(TarWriter tar, string name, int length) => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(new byte[length]) });
}
