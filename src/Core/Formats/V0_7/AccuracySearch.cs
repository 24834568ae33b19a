using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Looks for any accuracy result below <c>pareto/</c>, at whatever depth and of whatever system.</summary>
internal static class AccuracySearch
{
    /// <summary>Whether something is called <c>accuracy/results.json</c> at or below a folder. Links to folders are not followed on the way down, so the walk ends.</summary>
    public static bool Finds(ISubmissionSource source, SubmissionPath start, CancellationToken cancellation)
    {
        // Depth first: a submission that has a result shows one after a handful of folders.
        var waiting = new Stack<ExpectedEntry>();
        waiting.Push(new ExpectedEntry(start, EntryKind.Folder));
        while (waiting.TryPop(out var folder))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var entry in source.List(folder.Path))
            {
                if (entry.Kind is not EntryKind.Folder)
                {
                    continue;
                }

                var path = folder.Path / entry.Name;
                if (entry.Name is DialectLayout.Accuracy && source.KindOf(path / DialectLayout.MeasuredAccuracy) is not EntryKind.Missing)
                {
                    return true;
                }

                if (!entry.IsLink)
                {
                    waiting.Push(new ExpectedEntry(path, EntryKind.Folder));
                }
            }
        }

        return false;
    }
}
