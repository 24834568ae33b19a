using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Files;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>Gathers files that several runs and folders contribute to.</summary>
internal sealed class SharedFolders
{
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _files = new(CodePointComparer.Instance);

    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files => _files;

    /// <summary>Later runs write over earlier ones.</summary>
    public void Add(string path, ReadOnlyMemory<byte> content) => _files[path] = content;

    /// <summary>Adds a folder's contents; a file that is there with other bytes is a failure.</summary>
    /// <exception cref="SubmissionAssemblyException">Two files of one name differ, or a file stands where a folder belongs.</exception>
    public void AddContents(string folder)
    {
        foreach (var (path, content) in Contents(new FolderSource(folder)))
        {
            if (_files.TryGetValue(path, out var present) ? !present.Span.SequenceEqual(content.Span) : IsInTheWay(path))
            {
                throw new SubmissionAssemblyException($"'{path}' of the shared folder '{folder}' differs from the file of that name that a run or another folder brings.");
            }

            _files[path] = content;
        }
    }

    private bool IsInTheWay(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (_files.ContainsKey(path[..slash]))
            {
                return true;
            }
        }

        return _files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> Contents(FolderSource source)
    {
        foreach (var (path, entry) in WholeFolder.Entries(source, SubmissionPath.Root, static message => new SubmissionAssemblyException($"The shared folder cannot be copied: {message}.")))
        {
            switch (entry.Kind)
            {
                case EntryKind.Folder:
                    break;
                case EntryKind.File:
                    var content = source.Read(path, BuildLimits.Documents.MaxFileBytes);
                    yield return content.Problem is { } problem
                        ? throw new SubmissionAssemblyException($"'{path}' of the shared folder cannot be read: {problem.Detail}.")
                        : (path.Value, content.Bytes);
                    break;
                default:
                    throw new SubmissionAssemblyException($"'{path}' of the shared folder is no file, or a link that leads out of it.");
            }
        }
    }
}
