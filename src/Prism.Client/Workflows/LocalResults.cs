using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.Files;
using MlPerf.Endpoints.Prism.Client.Runs;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>Finds the result folders of a finished submission, and reads it whole.</summary>
internal static class LocalResults
{
    private const string Description = "system_desc.json";

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
        var empty = new SortedSet<string>(CodePointComparer.Instance) { name };
        foreach (var (path, entry) in WholeFolder.Entries(source, SubmissionPath.Root, static message => new RunFolderException($"The submission cannot be read: {message}.")))
        {
            empty.Remove(path.Parent.IsRoot ? name : $"{name}/{path.Parent}");
            if (entry.Kind is EntryKind.Folder)
            {
                empty.Add($"{name}/{path}");
                continue;
            }

            var content = source.Read(path, BuildLimits.Documents.MaxFileBytes);
            files[$"{name}/{path}"] = content.Problem is { } problem ? throw new RunFolderException($"{path} cannot be read: {problem.Detail}.") : content.Bytes;
        }

        return new AssembledSubmission(name, submissionId: null, files, empty, []);
    }

    private static IEnumerable<SubmissionPath> Tops(FolderSource source)
        => source.KindOf(SubmissionPath.Root / "results") is EntryKind.Folder
            ? [SubmissionPath.Root]
            : Below(source, SubmissionPath.Root).Where(folder => source.KindOf(folder / "results") is EntryKind.Folder);

    private static IEnumerable<SubmissionPath> Below(FolderSource source, SubmissionPath folder)
        => source.List(folder).Where(entry => entry.Kind is EntryKind.Folder).Select(entry => folder / entry.Name);

    private static bool IsPoint(string name) => name.Length > 1 && name[0] == 'r' && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
