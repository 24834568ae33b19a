using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.Runs;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>Finds the result folders of a finished submission, and reads it whole.</summary>
internal static class LocalResults
{
    private const string Description = "system_desc.json";
    private const int MaxDepth = 64;

    /// <summary>A result folder.</summary>
    /// <param name="FullPath">The folder.</param>
    /// <param name="Relative">Its path below the submission.</param>
    /// <param name="PowerFile">The system's power descriptor, which may not exist; null in v0.7.</param>
    public sealed record Folder(string FullPath, string Relative, string? PowerFile);

    /// <summary>Every result folder in text order.</summary>
    public static IReadOnlyList<Folder> Find(string root, bool isV1_0)
    {
        var source = new FolderSource(root);
        var folders = new List<Folder>();
        foreach (var top in isV1_0 ? Tops(source) : [SubmissionPath.Root])
        {
            foreach (var system in Below(source, top / (isV1_0 ? "results" : "pareto")))
            {
                foreach (var model in Below(source, system))
                {
                    foreach (var point in Below(source, isV1_0 ? model : model / "results"))
                    {
                        if (source.KindOf(point / Description) is not EntryKind.Missing && (!isV1_0 || IsPoint(point.Name)))
                        {
                            folders.Add(new Folder(Path.Combine(root, point.Value), point.Value, isV1_0 ? Path.Combine(root, (system / "system_power.json").Value) : null));
                        }
                    }
                }
            }
        }

        return [.. folders.OrderBy(folder => folder.Relative, CodePointComparer.Instance)];
    }

    /// <summary>All files of the submission below a top folder of the given name.</summary>
    public static AssembledSubmission Load(string root, string name, bool followsLinks)
    {
        var source = new FolderSource(root, new SourceLimits { FollowLinks = followsLinks });
        var files = new SortedDictionary<string, ReadOnlyMemory<byte>>(CodePointComparer.Instance);
        var folders = new SortedSet<string>(CodePointComparer.Instance);
        Load(source, SubmissionPath.Root, name, files, folders, 0);
        return new AssembledSubmission(name, submissionId: null, files, folders, []);
    }

    private static void Load(FolderSource source, SubmissionPath folder, string prefix, SortedDictionary<string, ReadOnlyMemory<byte>> files, SortedSet<string> folders, int depth)
    {
        var entries = source.List(folder);
        if (entries.Count == 0 || depth > MaxDepth)
        {
            folders.Add(prefix);
            return;
        }

        foreach (var entry in entries)
        {
            var path = folder / entry.Name;
            if (entry.Kind is EntryKind.Folder)
            {
                Load(source, path, $"{prefix}/{entry.Name}", files, folders, depth + 1);
                continue;
            }

            var content = source.Read(path, BuildLimits.Documents.MaxFileBytes);
            files[$"{prefix}/{entry.Name}"] = content.Problem is { } problem ? throw new RunFolderException($"{path} cannot be read: {problem.Detail}.") : content.Bytes;
        }
    }

    private static IEnumerable<SubmissionPath> Tops(FolderSource source)
        => source.KindOf(SubmissionPath.Root / "results") is EntryKind.Folder
            ? [SubmissionPath.Root]
            : Below(source, SubmissionPath.Root).Where(folder => source.KindOf(folder / "results") is EntryKind.Folder);

    private static IEnumerable<SubmissionPath> Below(FolderSource source, SubmissionPath folder)
        => source.List(folder).Where(entry => entry.Kind is EntryKind.Folder).Select(entry => folder / entry.Name);

    private static bool IsPoint(string name) => name.Length > 1 && name[0] == 'r' && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
