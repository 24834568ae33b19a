using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Looks for any accuracy result below <c>pareto/</c>, at whatever depth and of whatever system.</summary>
internal static class AccuracySearch
{
    /// <summary>Whether something is called <c>accuracy/results.json</c> at or below a folder. Links to folders are not followed on the way down.</summary>
    public static bool Finds(ISubmissionSource source, SubmissionPath start, FormatContext context)
    {
        foreach (var folder in new FolderWalk(source, context.Options.SourceLimits).Folders(start, context.Cancellation))
        {
            if (folder.IsLink)
            {
                folder.Skip();
            }
            else if (folder.Entries.Any(entry => entry is { Kind: EntryKind.Folder, Name: DialectLayout.Accuracy } && source.KindOf(folder.Path / entry.Name / DialectLayout.MeasuredAccuracy) is not EntryKind.Missing))
            {
                return true;
            }
        }

        return false;
    }
}
