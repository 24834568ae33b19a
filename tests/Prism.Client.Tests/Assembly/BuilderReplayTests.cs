using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.Tests.Replay;

namespace MlPerf.Endpoints.Prism.Client.Tests.Assembly;

/// <summary>Every builder recording: the same runs give the same files, or fail where the reference fails.</summary>
public sealed class BuilderReplayTests
{
    private static IEnumerable<TestCaseData> Cases()
        => from release in new[] { "1.5.3.0", "0.1.1.10", "0.1.1.0" }
           from recording in Recordings.Of(release)
           where recording["call"]?.GetValue<string>() is "build"
           select new TestCaseData(release, recording).SetName($"{{m}}({release}/{recording["name"]})");

    [TestCaseSource(nameof(Cases))]
    public void Builds_what_the_reference_builds(string release, JsonObject recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var name = recording["name"]!.GetValue<string>();
        using var folder = new TemporaryFolder();
        var inputs = Lay(recording["runs"]!.AsArray(), folder);
        var (submission, failure) = Build(release, recording, inputs, folder);
        var expected = recording["expect"]!.AsObject();
        if (BuilderDeviations.Of(release, name) is { } deviation)
        {
            deviation.Check(submission, failure);
            return;
        }

        if (expected["error"] is { } error)
        {
            Assert.That(failure, Is.Not.Null, $"expected {error} {expected["exception"]}");
            foreach (var run in expected["names_run"]?.AsArray() ?? [])
            {
                Assert.That(failure!.Message, Does.Contain(run!.GetValue<string>()));
            }

            return;
        }

        Assert.That(failure, Is.Null, failure?.Message);
        Compare(submission!, expected, inputs);
    }

    private static (AssembledSubmission? Submission, SubmissionAssemblyException? Failure) Build(string release, JsonObject recording, List<Input> inputs, TemporaryFolder folder)
    {
        try
        {
            return (SubmissionAssembler.Assemble(new AssemblyRequest
            {
                Revision = release switch { "1.5.3.0" => SpecRevision.V1_0, "0.1.1.10" => SpecRevision.V0_7Release, _ => SpecRevision.V0_7Readme },
                Runs = [.. inputs.Select(input => RunInput.FromArchive(input.Id, input.Archive))],
                Division = recording["division"]!.GetValue<string>(),
                Availability = recording["availability"]!.GetValue<string>(),
                TargetAvailabilityDate = recording["arguments"]?["target_availability_date"]?.GetValue<string>(),
                SubmissionId = recording["arguments"]?["submission_id"]?.GetValue<string>(),
                SharedSources = Directories(recording, "shared_src_dirs", folder),
                SharedDocuments = Directories(recording, "shared_docs_dirs", folder),
                ReferenceBehaviour = true,
            }), null);
        }
        catch (SubmissionAssemblyException exception)
        {
            return (null, exception);
        }
    }

    private static string[] Directories(JsonObject recording, string name, TemporaryFolder folder)
        => [.. (recording["directories"]?[name]?.AsArray() ?? []).Select((directory, at) =>
        {
            var path = folder.Combine($"{name}-{at}");
            Directory.CreateDirectory(path);
            foreach (var (file, content) in directory!.AsObject())
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(path, file))!);
                File.WriteAllBytes(Path.Combine(path, file), Recordings.Content(content!));
            }

            return path;
        })];

    private static List<Input> Lay(JsonArray runs, TemporaryFolder folder)
    {
        var inputs = new List<Input>();
        foreach (var run in runs.Select(run => run!.AsObject()))
        {
            var (top, fixture) = Recordings.Fixture(run["from"]!.GetValue<string>());
            var files = fixture.ToDictionary(StringComparer.Ordinal);
            foreach (var (path, content) in run["overlay"]?.AsObject() ?? [])
            {
                if (content is null)
                {
                    files.Remove(path);
                }
                else
                {
                    files[path] = Recordings.Content(content);
                }
            }

            var archive = folder.Combine($"{inputs.Count}.tar.gz");
            Pack(archive, top, files, run["members"]?.AsArray() ?? []);
            inputs.Add(new Input(run["run_id"]!.GetValue<string>(), archive, files));
        }

        return inputs;
    }

    private static void Pack(string archive, string top, Dictionary<string, byte[]> files, JsonArray members)
    {
        using var target = File.Create(archive);
        using var packed = new GZipStream(target, CompressionLevel.Fastest);
        using var tar = new TarWriter(packed, TarEntryFormat.Pax);
        foreach (var (path, content) in files)
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{top}/{path}") { DataStream = new MemoryStream(content) });
        }

        foreach (var member in members.Select(member => member!.AsArray()))
        {
            var path = member[0]!.GetValue<string>();
            tar.WriteEntry(member[1] is JsonObject link && link["symlink"] is { } to
                ? new PaxTarEntry(TarEntryType.SymbolicLink, path) { LinkName = to.GetValue<string>() }
                : new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Recordings.Content(member[1]!)) });
        }
    }

    private static void Compare(AssembledSubmission submission, JsonObject expected, List<Input> inputs)
    {
        // The reference invents accuracy that passes (readme dialect); ours writes none where a run has none.
        var files = expected["files"]!.AsObject().Where(file => !ExpectedContent.IsInvented(file.Key, file.Value!)).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(submission.Organisation, Is.EqualTo(expected["root"]!.GetValue<string>()));
            Assert.That(submission.Files.Keys, Is.EquivalentTo(files.Select(file => file.Key)));
            Assert.That(submission.EmptyFolders, Is.EquivalentTo((expected["empty_dirs"]?.AsArray() ?? []).Select(folder => folder!.GetValue<string>())));
            Assert.That(submission.Warnings, Has.Count.EqualTo(expected["warnings"]!.GetValue<int>()), string.Join(" ", submission.Warnings));
            foreach (var (path, content) in files)
            {
                if (submission.Files.TryGetValue(path, out var bytes))
                {
                    ExpectedContent.Assert(path, content!, bytes.ToArray(), source => Source(source, inputs));
                }
            }
        }
    }

    private static byte[] Source(string source, List<Input> inputs)
    {
        var colon = source.IndexOf(':', StringComparison.Ordinal);
        var run = int.Parse(source.AsSpan("run ".Length, colon - "run ".Length), System.Globalization.CultureInfo.InvariantCulture);
        return inputs[run].Files[source[(colon + 1)..]];
    }

    private sealed record Input(string Id, string Archive, Dictionary<string, byte[]> Files);
}
