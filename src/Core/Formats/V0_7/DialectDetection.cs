using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Tells the dialects of v0.7 apart by looking: names of result files, then keys of system descriptions, then folders. The first step with a majority decides.</summary>
internal static class DialectDetection
{
    private static readonly string[] ReleaseKeys = ["submitter_org_names", "system_category", "system_availability_status", "node_types"];
    private static readonly string[] ReadmeKeys = ["publication_status", "benchmark_model", "submitter", "system_type"];

    public static DialectLayout Detect(ISubmissionSource source, ReadLimits limits)
    {
        var pareto = SubmissionPath.Root / DialectLayout.Pareto;
        var models = new List<ExpectedEntry>();
        var points = new List<ExpectedEntry>();
        foreach (var system in Folders(source, pareto))
        {
            foreach (var model in Folders(source, system.Path))
            {
                models.Add(model);
                points.AddRange(Folders(source, model.Path / DialectLayout.Results));
            }
        }

        var majority = Count(points, point => source.KindOf(point.Path / DialectLayout.Release.SummaryFile) is EntryKind.File)
            .CompareTo(Count(points, point => source.KindOf(point.Path / DialectLayout.Readme.SummaryFile) is EntryKind.File));
        if (majority == 0)
        {
            majority = ByDescriptions(source, limits);
        }

        if (majority == 0)
        {
            majority = Count(points, point => source.KindOf(point.Path / DialectLayout.Accuracy) is EntryKind.Folder)
                .CompareTo(Count(models, model => source.KindOf(model.Path / DialectLayout.Accuracy) is EntryKind.Folder));
        }

        if (majority == 0 && source.KindOf(SubmissionPath.Root / DialectLayout.Documentation) is EntryKind.Folder)
        {
            majority = 1;
        }

        return majority > 0 ? DialectLayout.Release : DialectLayout.Readme;
    }

    private static int ByDescriptions(ISubmissionSource source, ReadLimits limits)
    {
        var balance = 0;
        foreach (var entry in source.List(SubmissionPath.Root / DialectLayout.Systems))
        {
            if (entry.Kind is EntryKind.File && entry.Name.EndsWith(".json", StringComparison.Ordinal)
                && DocumentReader.Read(source, SubmissionPath.Root / DialectLayout.Systems / entry.Name, DocumentLanguage.Json, limits).Root is { Kind: NodeKind.Map } root)
            {
                balance += Count(ReleaseKeys, key => root[key] is not null) - Count(ReadmeKeys, key => root[key] is not null);
            }
        }

        return balance;
    }

    private static int Count<T>(IEnumerable<T> items, Func<T, bool> holds) => items.Count(holds);

    private static IEnumerable<ExpectedEntry> Folders(ISubmissionSource source, SubmissionPath folder)
    {
        foreach (var entry in source.List(folder))
        {
            if (entry.Kind is EntryKind.Folder)
            {
                yield return new ExpectedEntry(folder / entry.Name, EntryKind.Folder);
            }
        }
    }
}
