using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Whether there is an accuracy result anywhere below <c>results/</c>, in a point or not.</summary>
internal static class AccuracyPresence
{
    private const string AccuracyFile = "accuracy_results.json";
    private const string ResultsFile = "results.json";
    private const string Scores = "accuracy_scores";

    private static readonly HashSet<string> Members = new(StringComparer.Ordinal) { Scores };

    public static bool IsAnywhereBelow(ISubmissionSource source, SubmissionPath results, IReadOnlyList<SystemUnderTest> systems, FormatContext context)
    {
        // Nearly always one of the first points has it, and nothing more need be looked at.
        foreach (var system in systems)
        {
            foreach (var curve in system.Curves.OfType<Curve>())
            {
                foreach (var point in curve.Folders)
                {
                    if (source.KindOf(point.Path / AccuracyFile) is not EntryKind.Missing)
                    {
                        return true;
                    }
                }
            }
        }

        return new FolderWalk(source, context.Options.SourceLimits).Folders(results, context.Cancellation)
            .Any(folder => folder.Entries.Any(entry => IsAccuracy(source, folder.Path / entry.Name, context)));
    }

    private static bool IsAccuracy(ISubmissionSource source, SubmissionPath entry, FormatContext context)
        => entry.Name switch
        {
            AccuracyFile => true,
            ResultsFile => context.ReadDocument(source, entry, DocumentLanguage.Json, Members).Root?[Scores] is { } scores && (scores.Members.Count > 0 || (scores.Kind is NodeKind.List && scores.Items.Count > 0)),
            _ => false,
        };
}
