using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Archives;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>A run to assemble from: its id and its files, from an archive or a folder.</summary>
public sealed class RunInput
{
    private static readonly string[] LeftBehind = ["events.jsonl", ".ready"];

    private RunInput(string runId, ISubmissionSource files)
    {
        RunId = runId;
        Files = files;
    }

    /// <summary>The run's id, or another name by which messages call it.</summary>
    public string RunId { get; }

    /// <summary>The run's files, archive folders included.</summary>
    public ISubmissionSource Files { get; }

    /// <summary>Reads an archive within bounds; what no submission holds (the event log) is left behind.</summary>
    /// <exception cref="SubmissionAssemblyException">It is damaged, beyond a bound, or holds what may not be unpacked.</exception>
    public static RunInput FromArchive(string runId, string file, ArchiveLimits? limits = null) => FromArchive(runId, file, keepsEvents: false, limits);

    /// <inheritdoc cref="FromArchive(string, string, ArchiveLimits?)"/>
    /// <param name="runId">The run's id.</param>
    /// <param name="file">The archive.</param>
    /// <param name="keepsEvents">Whether the event log is wanted (v0.7 readme).</param>
    /// <param name="limits">Bounds; the defaults where null.</param>
    public static RunInput FromArchive(string runId, string file, bool keepsEvents, ArchiveLimits? limits = null)
    {
        limits ??= ArchiveLimits.Default;
        try
        {
            return new RunInput(runId, Load(file, keepsEvents, limits));
        }
        catch (ArchiveException exception)
        {
            throw new SubmissionAssemblyException($"{exception.Message}.", runId, exception) { IsUnreadableInput = exception.IsCutShort };
        }
        catch (IOException exception)
        {
            throw new SubmissionAssemblyException($"its archive cannot be read: {exception.Message}", runId, exception);
        }
    }

    /// <summary>Takes a run folder as it lies on disk.</summary>
    public static RunInput FromFolder(string runId, string folder) => new(runId, new FolderSource(folder));

    /// <summary>Takes files from anywhere.</summary>
    public static RunInput FromSource(string runId, ISubmissionSource files) => new(runId, files);

    private static MemorySource Load(string file, bool keepsEvents, ArchiveLimits limits)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var folders = new List<SubmissionPath>();
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        var kept = 0L;
        new ArchiveReader(file, limits).Walk((member, content) =>
        {
            links.Remove(member.Path);
            files.Remove(member.Path);
            if (member.IsFolder)
            {
                folders.Add(SubmissionPath.Parse(member.Path));
            }
            else if (member.LinkTarget is { } target)
            {
                links[member.Path] = target;
            }
            else if (content is not null && (keepsEvents || !IsLeftBehind(member.Path)))
            {
                kept += member.LengthBytes;
                if (kept > limits.MaxKeptBytes)
                {
                    throw new ArchiveException($"the files that a submission is made of have more than {limits.MaxKeptBytes} bytes");
                }

                files[member.Path] = Read(content);
            }
        });
        Resolve(files, links);
        return new MemorySource("", files.Select(pair => KeyValuePair.Create(SubmissionPath.Parse(pair.Key), pair.Value)), folders);
    }

    // Grows with what is really there: a header may claim any size.
    private static ReadOnlyMemory<byte> Read(Stream content)
    {
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static bool IsLeftBehind(string path)
        => LeftBehind.Contains(path[(path.LastIndexOf('/') + 1)..], StringComparer.Ordinal)
            && !path.Contains("src/", StringComparison.Ordinal) && !path.Contains("documentation/", StringComparison.Ordinal) && !path.Contains("server_configs/", StringComparison.Ordinal);

    /// <summary>Links to files become those files; links to folders, and broken ones, are left out.</summary>
    private static void Resolve(Dictionary<string, ReadOnlyMemory<byte>> files, Dictionary<string, string> links)
    {
        foreach (var (path, first) in links)
        {
            var target = first;
            for (var hops = 0; hops < links.Count && links.TryGetValue(target, out var next); hops++)
            {
                target = next;
            }

            if (files.TryGetValue(target, out var bytes))
            {
                files.TryAdd(path, bytes);
            }
        }
    }
}
