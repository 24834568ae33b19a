using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads everything below <c>results/</c>: the layout first, then all points at once on all cores, then what hangs on curves and systems.</summary>
internal static class ResultsReader
{
    public static IReadOnlyList<SystemUnderTest> Read(ISubmissionSource source, SubmissionPath root, ResultsLayout layout, FormatContext context)
    {
        var points = context.ReadAll(layout.Points, point => PointReader.Read(source, point, context));
        var sharedPaths = new SharedPaths(source, root);
        var powerDefaults = PowerReader.Defaults(context);

        var systems = new List<SystemUnderTest>(layout.Systems.Count);
        foreach (var system in layout.Systems)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            systems.Add(ReadSystem(source, system, points, sharedPaths, powerDefaults, context));
        }

        return systems;
    }

    private static SystemUnderTest ReadSystem(
        ISubmissionSource source, ResultsLayout.SystemEntry entry, PointFolder[] points, SharedPaths sharedPaths, PowerDefaults powerDefaults, FormatContext context)
    {
        var curves = new List<CurveFolder>(entry.Models.Count);
        foreach (var model in entry.Models)
        {
            curves.Add(CurveReader.Read(source, model, points.AsSpan(model.FirstPoint, model.PointCount), sharedPaths, context));
        }

        return new SystemUnderTest
        {
            Path = entry.Path,
            Id = entry.Path.Name,
            CurvesFolder = new ExpectedEntry(entry.Path, EntryKind.Folder),
            Curves = curves,
            UnreadableModels = entry.Unreadable,
            Power = PowerReader.Read(source, entry.Path, context, powerDefaults, DescriptionFolders(entry), ReadDescription),
        };

        // Most descriptions belong to points, and were read with them.
        Document ReadDescription(SubmissionPath path)
            => curves.OfType<Curve>().SelectMany(curve => curve.Folders).FirstOrDefault(point => point.Files.SystemDescription.Path == path)?.Files.SystemDescription
                ?? context.ReadDocument(source, path, DocumentLanguage.Json);
    }

    private static IEnumerable<SubmissionPath> DescriptionFolders(ResultsLayout.SystemEntry system)
    {
        foreach (var model in system.Models)
        {
            foreach (var folder in model.DescriptionFolders)
            {
                yield return model.Path / folder;
            }
        }
    }
}
