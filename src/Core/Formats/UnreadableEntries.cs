using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats;

/// <summary>Finds what must not be passed over in silence: links out of the submission, behind which results may stand, and folders that may not be listed.</summary>
internal static class UnreadableEntries
{
    public static IReadOnlyList<UnreadableEntry> In(ISubmissionSource source, SubmissionPath folder, IReadOnlyList<SourceEntry> entries, Func<string, bool> matters)
    {
        if (entries.Count == 0)
        {
            return source.WhyUnlisted(folder) is { } unlisted ? [new UnreadableEntry(folder, unlisted.Detail)] : [];
        }

        List<UnreadableEntry>? found = null;
        foreach (var entry in entries)
        {
            if (entry.Kind is EntryKind.Refused && matters(entry.Name) && source.Read(folder / entry.Name, maxBytes: 0).Problem is { Kind: SourceProblemKind.LinkOutside } problem)
            {
                (found ??= []).Add(new UnreadableEntry(folder / entry.Name, problem.Detail));
            }
        }

        return found ?? (IReadOnlyList<UnreadableEntry>)[];
    }
}
