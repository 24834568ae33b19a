using System.Text;

namespace MlPerf.Endpoints.Core.Sources;

/// <summary>A submission held in memory: for assembled submissions, uploads and tests.</summary>
public sealed class MemorySource : ISubmissionSource
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _folders = new(StringComparer.Ordinal);

    /// <summary>Makes a source of files and of folders that may be empty.</summary>
    /// <param name="displayRoot">The root as reports print it.</param>
    /// <param name="files">Content by path relative to the root. Where a path is a file and, by another path, a folder, the file wins.</param>
    /// <param name="folders">Further folders.</param>
    /// <param name="exists">Whether the root exists.</param>
    public MemorySource(
        string displayRoot,
        IEnumerable<KeyValuePair<SubmissionPath, ReadOnlyMemory<byte>>> files,
        IEnumerable<SubmissionPath>? folders = null,
        bool exists = true)
    {
        ArgumentNullException.ThrowIfNull(files);
        DisplayRoot = Sources.DisplayRoot.Normalize(displayRoot);
        if (exists)
        {
            AddFolder(SubmissionPath.Root);
        }

        foreach (var folder in folders ?? [])
        {
            AddFolder(folder);
        }

        foreach (var (path, bytes) in files)
        {
            AddEntry(path);
            _files[path.Value] = bytes;
        }
    }

    /// <summary>Makes a source of text files.</summary>
    public static MemorySource FromTexts(string displayRoot, IEnumerable<KeyValuePair<string, string>> files)
        => new(displayRoot, files.Select(file => KeyValuePair.Create(SubmissionPath.Parse(file.Key), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Value))));

    /// <inheritdoc/>
    public string DisplayRoot { get; }

    /// <inheritdoc/>
    public EntryKind KindOf(SubmissionPath path)
        => _files.ContainsKey(path.Value) ? EntryKind.File : _folders.ContainsKey(path.Value) ? EntryKind.Folder : EntryKind.Missing;

    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> List(SubmissionPath folder)
        => _folders.TryGetValue(folder.Value, out var names) && KindOf(folder) is EntryKind.Folder
            ? [.. names.Select(name => new SourceEntry(name, KindOf(folder / name), _files.TryGetValue((folder / name).Value, out var bytes) ? bytes.Length : 0))]
            : [];

    /// <inheritdoc/>
    public SourceContent Read(SubmissionPath file, long maxBytes)
    {
        if (!_files.TryGetValue(file.Value, out var bytes))
        {
            return new SourceContent(default, KindOf(file) is EntryKind.Folder
                ? new SourceProblem(SourceProblemKind.IsFolder, "it is a folder")
                : new SourceProblem(SourceProblemKind.Missing, "it does not exist"));
        }

        return bytes.Length > maxBytes
            ? new SourceContent(default, SourceProblems.TooLarge(bytes.Length, maxBytes))
            : new SourceContent(bytes);
    }

    /// <inheritdoc/>
    public Stream Open(SubmissionPath file)
        => _files.TryGetValue(file.Value, out var bytes)
            ? new MemoryStream(bytes.ToArray(), writable: false)
            : throw new FileNotFoundException($"{file} is not in the submission.", file.Value);

    private void AddEntry(SubmissionPath path)
    {
        if (!path.IsRoot)
        {
            AddFolder(path.Parent);
            _folders[path.Parent.Value].Add(path.Name);
        }
    }

    private void AddFolder(SubmissionPath folder)
    {
        if (_folders.TryAdd(folder.Value, new SortedSet<string>(CodePointComparer.Instance)))
        {
            AddEntry(folder);
        }
    }
}
