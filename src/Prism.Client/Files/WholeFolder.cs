using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Prism.Client.Files;

/// <summary>Everything in a folder, or a failure: what a bound or a folder that may not be listed hides must not be left out in silence.</summary>
internal static class WholeFolder
{
    /// <summary>The entries of a folder and of all below it, those of one folder after the other.</summary>
    /// <param name="source">The files.</param>
    /// <param name="start">The folder; nothing is found where it is none.</param>
    /// <param name="fail">Makes the failure of a sentence without a full stop.</param>
    /// <param name="followsLinks">Whether to look into links to folders; the links themselves are always among the entries.</param>
    /// <param name="cancellationToken">Honoured between folders.</param>
    public static IEnumerable<(SubmissionPath Path, SourceEntry Entry)> Entries(
        ISubmissionSource source, SubmissionPath start, Func<string, Exception> fail, bool followsLinks = true, CancellationToken cancellationToken = default)
    {
        var walk = new FolderWalk(source);
        foreach (var folder in walk.Folders(start, cancellationToken))
        {
            if (folder.IsLink && !followsLinks)
            {
                folder.Skip();
                continue;
            }

            if (folder.Entries.Count == 0 && source.WhyUnlisted(folder.Path) is { } problem)
            {
                throw fail($"the folder '{folder.Path}' cannot be listed: {problem.Detail}");
            }

            foreach (var entry in folder.Entries)
            {
                yield return (folder.Path / entry.Name, entry);
            }
        }

        if (walk.BoundsReached is [var bound, ..])
        {
            throw fail(bound.ToString());
        }
    }
}
