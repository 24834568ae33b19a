using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Where a submission begins: at the given folder, or one level below it where an organisation's folder was given.</summary>
/// <param name="Path">The submission's root.</param>
/// <param name="Candidates">The names of the subfolders among which could not be chosen; empty where there was nothing to choose.</param>
/// <param name="HasResults">Whether a folder <c>results</c> was found.</param>
internal sealed record SubmissionRoot(SubmissionPath Path, IReadOnlyList<string> Candidates, bool HasResults)
{
    public static SubmissionRoot Find(ISubmissionSource source)
    {
        if (HoldsResults(source, SubmissionPath.Root))
        {
            return new(SubmissionPath.Root, [], true);
        }

        var below = new List<string>();
        foreach (var entry in source.List(SubmissionPath.Root))
        {
            if (entry.Kind is EntryKind.Folder && HoldsResults(source, SubmissionPath.Root / entry.Name))
            {
                below.Add(entry.Name);
            }
        }

        return below is [var only] ? new(SubmissionPath.Root / only, [], true) : new(SubmissionPath.Root, below, false);
    }

    private static bool HoldsResults(ISubmissionSource source, SubmissionPath folder) => source.KindOf(folder / V1_0Format.ResultsFolder) is EntryKind.Folder;
}
