namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Walks a tree of folders within the bounds of <see cref="SourceLimits"/>: links inside it can make it endless.</summary>
/// <remarks>For one thread, and one walk. Look at <see cref="BoundsReached"/> afterwards: what a bound cut off was not seen.</remarks>
/// <example><code>
/// var walk = new FolderWalk(new FolderSource("/results-round-1"));
/// foreach (var folder in walk.Folders(SubmissionPath.Root))
/// {
///     if (folder.Path.Name is ".git")
///     {
///         folder.Skip();
///     }
/// }
///
/// foreach (var bound in walk.BoundsReached)
/// {
///     Console.Error.WriteLine(bound);
/// }
/// </code></example>
/// <param name="source">The tree.</param>
/// <param name="limits">Bounds; the defaults where null.</param>
public sealed class FolderWalk(ISubmissionSource source, SourceLimits? limits = null)
{
    private readonly List<WalkBound> _reached = [];
    private readonly SourceLimits _limits = limits ?? SourceLimits.Default;

    /// <summary>The bounds that were reached so far, each with the first place where it was; empty where everything was seen.</summary>
    public IReadOnlyList<WalkBound> BoundsReached => _reached;

    /// <summary>A folder and every folder below it, each before those in it, ordered by code point.</summary>
    /// <param name="start">The first folder; its depth is 0.</param>
    /// <param name="cancellationToken">Honoured between folders.</param>
    public IEnumerable<WalkedFolder> Folders(SubmissionPath start, CancellationToken cancellationToken = default)
    {
        var open = new Stack<WalkedFolder>();
        open.Push(new WalkedFolder(source, start, depth: 0, isLink: false));
        for (var seen = 0; open.TryPop(out var current); seen++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (seen == _limits.MaxFolders)
            {
                Reach(nameof(SourceLimits.MaxFolders), _limits.MaxFolders, current.Path);
                yield break;
            }

            yield return current;
            var entries = current.IsSkipped ? [] : current.Entries;
            for (var at = entries.Count - 1; at >= 0; at--)
            {
                if (entries[at] is not { Kind: EntryKind.Folder } entry)
                {
                    continue;
                }

                if (current.Depth >= _limits.MaxFolderDepth)
                {
                    Reach(nameof(SourceLimits.MaxFolderDepth), _limits.MaxFolderDepth, current.Path / entry.Name);
                    break;
                }

                open.Push(new WalkedFolder(source, current.Path / entry.Name, current.Depth + 1, entry.IsLink));
            }
        }
    }

    private void Reach(string name, int limit, SubmissionPath path)
    {
        if (!_reached.Exists(bound => bound.Name == name))
        {
            _reached.Add(new WalkBound(name, limit, path));
        }
    }
}
