using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Testing.Corpus;

/// <summary>One submission of a corpus with the reference's verdict.</summary>
public sealed record CorpusCase
{
    private readonly IReadOnlyDictionary<string, byte[]> _files;
    private readonly IReadOnlySet<string> _folders;

    internal CorpusCase(IReadOnlyDictionary<string, byte[]> files, IReadOnlySet<string> folders)
    {
        _files = files;
        _folders = folders;
    }

    /// <summary><c>group/name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The revision, with the dialect where it has several.</summary>
    public required SpecRevision Revision { get; init; }

    /// <summary>The folder to check, relative to the layout; may hold <c>..</c> and need not exist.</summary>
    public required string Root { get; init; }

    /// <summary>Text of the seed-set file to check with; null for none.</summary>
    public CorpusOption? SeedSets { get; init; }

    /// <summary>Text of the list of approved drafters to check with; null for none.</summary>
    public CorpusOption? ApprovedDrafters { get; init; }

    /// <summary>What the reference says.</summary>
    public required CorpusVerdict Expected { get; init; }

    /// <summary>The files by path relative to the layout.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>Writes the layout below a folder and gives the path of the folder to check.</summary>
    public string LayOut(string folder)
    {
        foreach (var path in _folders)
        {
            Directory.CreateDirectory(Path.Combine(folder, path));
        }

        foreach (var (path, bytes) in _files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        return Root is "." ? folder : $"{folder}/{Root}";
    }

    /// <summary>The folder to check, in memory.</summary>
    public MemorySource ToSource()
    {
        var root = Normalize(Root);
        var prefix = root.Length == 0 ? "" : root + "/";
        string? Below(string path) => path == root ? "" : path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : null;

        var files = new List<KeyValuePair<SubmissionPath, ReadOnlyMemory<byte>>>();
        foreach (var (path, bytes) in _files)
        {
            if (Below(path) is { } below)
            {
                files.Add(new(SubmissionPath.Parse(below), bytes));
            }
        }

        var folders = _folders.Select(Below).OfType<string>().Select(SubmissionPath.Parse).ToList();
        return new MemorySource(Root, files, folders, exists: root.Length == 0 || files.Count > 0 || _folders.Contains(root));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part is ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
