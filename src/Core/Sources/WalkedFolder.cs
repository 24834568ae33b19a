namespace MlPerf.Endpoints.Core.Sources;

/// <summary>A folder that a <see cref="FolderWalk"/> came to. It is listed when its entries are asked for, or when the walk goes on into it.</summary>
public sealed class WalkedFolder
{
    private readonly ISubmissionSource _source;
    private IReadOnlyList<SourceEntry>? _entries;

    internal WalkedFolder(ISubmissionSource source, SubmissionPath path, int depth, bool isLink)
    {
        _source = source;
        Path = path;
        Depth = depth;
        IsLink = isLink;
    }

    /// <summary>The folder.</summary>
    public SubmissionPath Path { get; }

    /// <summary>Levels below the start of the walk, which has 0.</summary>
    public int Depth { get; }

    /// <summary>Whether it is a link to a folder; the start never counts as one.</summary>
    public bool IsLink { get; }

    /// <summary>What is in it, ordered by code point; empty where it cannot be listed.</summary>
    public IReadOnlyList<SourceEntry> Entries => _entries ??= _source.List(Path);

    internal bool IsSkipped { get; private set; }

    /// <summary>Leaves the folders in it out of the walk.</summary>
    public void Skip() => IsSkipped = true;
}
