namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Walks a whole tree within bounds: links inside it can make it endless.</summary>
internal sealed class FolderWalk(ISubmissionSource source, SourceLimits limits)
{
    /// <summary>Everything below a folder, each folder before what is in it.</summary>
    public IEnumerable<SubmissionPath> Entries(SubmissionPath folder, CancellationToken cancellation)
    {
        var open = new Stack<(SubmissionPath Folder, int Depth)>();
        open.Push((folder, 0));
        for (var listed = 0; open.Count > 0 && listed < limits.MaxFolders; listed++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (current, depth) = open.Pop();
            var below = source.List(current);
            foreach (var entry in below)
            {
                yield return current / entry.Name;
            }

            if (depth < limits.MaxFolderDepth)
            {
                for (var at = below.Count - 1; at >= 0; at--)
                {
                    if (below[at].Kind is EntryKind.Folder)
                    {
                        open.Push((current / below[at].Name, depth + 1));
                    }
                }
            }
        }
    }
}
