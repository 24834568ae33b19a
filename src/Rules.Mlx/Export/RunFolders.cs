using System.Numerics;
using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>Takes points from folders as the benchmark tool leaves them: <c>config.yaml</c> beside <c>performance/result_summary.json</c>, perhaps with
/// <c>point.yaml</c> and <c>system_desc.json</c>.</summary>
internal static class RunFolders
{
    private const string UnknownModel = "unknown";

    public static (IReadOnlyList<ExportCurve> Curves, IReadOnlyList<string> Problems) Read(ISubmissionSource source)
    {
        var problems = new List<string>();
        var runs = new List<Run>();
        foreach (var folder in Find(source, problems))
        {
            if (Read(source, folder, problems) is { } run)
            {
                runs.Add(run);
            }
        }

        var curves = new List<ExportCurve>();
        foreach (var group in runs.GroupBy(run => (run.Curve.ModelName, run.Curve.LinkToModel, run.Curve.SystemId)))
        {
            // A concurrency that was measured again goes into an envelope of its own: the names of rows keep points apart.
            var rounds = new List<List<ExportPoint>>();
            foreach (var run in group)
            {
                var round = rounds.Find(points => points.TrueForAll(point => point.Suffix != run.Point.Suffix));
                if (round is null)
                {
                    rounds.Add(round = []);
                }

                round.Add(run.Point);
            }

            curves.AddRange(rounds.Select(points => group.First().Curve with { Path = points[0].Path, Points = points }));
        }

        return (curves, problems);
    }

    private static IEnumerable<SubmissionPath> Find(ISubmissionSource source, List<string> problems)
    {
        var walk = new FolderWalk(source);
        foreach (var folder in walk.Folders(SubmissionPath.Root))
        {
            var isRun = IsFile(source, folder.Path / "config.yaml") || IsFile(source, folder.Path / "point.yaml") || SummaryIn(source, folder.Path) is not null;
            var isHidden = folder.Path.Name.StartsWith('.');
            if (isRun || isHidden)
            {
                folder.Skip();
            }

            if (isRun && !isHidden)
            {
                yield return folder.Path;
            }
        }

        problems.AddRange(walk.BoundsReached.Select(bound => $"{source.DisplayRoot}: {bound}."));
    }

    private static SubmissionPath? SummaryIn(ISubmissionSource source, SubmissionPath folder)
        => IsFile(source, folder / "performance" / "result_summary.json") ? folder / "performance" / "result_summary.json"
            : IsFile(source, folder / "result_summary.json") ? folder / "result_summary.json"
            : null;

    private static bool IsFile(ISubmissionSource source, SubmissionPath path) => source.KindOf(path) is EntryKind.File;

    private static Run? Read(ISubmissionSource source, SubmissionPath folder, List<string> problems)
    {
        var place = DisplayRoot.Join(source.DisplayRoot, folder);
        if (SummaryIn(source, folder) is not { } summaryPath)
        {
            problems.Add($"{place}: the run has no result_summary.json, as one that was stopped; measure it again.");
            return null;
        }

        var summary = DocumentReader.Read(source, summaryPath, DocumentLanguage.Json);
        if (summary.Root is not { Kind: NodeKind.Map } figures)
        {
            problems.Add($"{place}: the result summary could not be read, as {summary.Problem?.Detail ?? "it is no object"}.");
            return null;
        }

        var config = DocumentReader.Read(source, folder / "config.yaml", DocumentLanguage.Yaml);
        var point = DocumentReader.Read(source, folder / "point.yaml", DocumentLanguage.Yaml).Root;
        var description = DocumentReader.Read(source, folder / "system_desc.json", DocumentLanguage.Json).Root is { Kind: NodeKind.Map } map ? map : null;
        var settings = config.Root?["settings"];
        var load = settings?["load_pattern"] ?? figures["run_config"]?["load_pattern"];
        var offline = point?["offline"]?.AsText;
        var concurrency = Whole(point?["concurrency"]) ?? Whole(load?["target_concurrency"]);
        var pattern = point?["runtime_settings"]?["load_pattern"]?.AsText ?? load?["type"]?.AsText ?? "";
        var model = NonEmpty(point?["model_name"]?.AsText) ?? NonEmpty(config.Root?["model_params"]?["name"]?.AsText);

        var exported = new ExportPoint
        {
            Path = place,
            Concurrency = concurrency,
            IsDedicatedOffline = offline is OfflineDeclarations.Dedicated,
            IsOffline = offline is null ? null : offline is OfflineDeclarations.Dedicated or OfflineDeclarations.Elected,
            IsAgentic = pattern is LoadPatterns.AgenticInference,
            Region = point?["region"]?.AsText ?? "",
            LoadPattern = pattern,
            Dataset = NonEmpty(point?["dataset"]?.AsText) ?? NonEmpty(point?["dataset_name"]?.AsText) ?? PerformanceDataset(config.Root) ?? "",
            Division = point?["division"]?.AsText ?? "",
            SeedSet = point?["seed_set"]?.AsText ?? "",
            TargetCohort = point?["target_cohort"] is { Kind: NodeKind.Text or NodeKind.Date } cohort ? cohort.AsText ?? "" : "",
            Figures = new SummaryFigures(figures, readsDecimals: true),
            Interactivity = new SummaryFigures(figures, readsDecimals: true).Interactivity,
            SteadyStateS = point?["steady_state"]?["window"]?["duration_s"]?.RawNumber,
            Utilization = description?["tps_utilization"]?.RawNumber,
            Power = Availability<PointPower>.Absent("the power of a system is known only for a whole submission"),
            Generation = GenerationFacts.Of(config),
            Scores = SubmissionCurves.Scores(AccuracyIn(source, folder)),
        };
        return new Run(
            new ExportCurve
            {
                Path = place,
                Folder = model?[(model.LastIndexOf('/') + 1)..] is { Length: > 0 } name ? name : UnknownModel,
                ModelName = model ?? UnknownModel,
                LinkToModel = point?["link_to_model"]?.AsText,
                Precision = NonEmpty(point?["model_precision"]?.AsText),
                SystemId = NonEmpty(description?["shortened_system_name"]?.AsText) ?? "",
                Description = description,
                Spec = "v1.0",
                Points = [],
            },
            exported);
    }

    // The benchmark tool keeps them in a folder of their own, a submission beside the point.
    private static AccuracyResults? AccuracyIn(ISubmissionSource source, SubmissionPath folder)
    {
        var place = folder / "accuracy" / AccuracyReader.ResultsFile;
        return AccuracyReader.Read(DocumentReader.Read(source, IsFile(source, place) ? place : folder / AccuracyReader.ResultsFile, DocumentLanguage.Json)).Value;
    }

    private static string? PerformanceDataset(Node? config)
        => config?["datasets"] is { Kind: NodeKind.List } list ? list.Items.Where(item => item["type"]?.AsText is null or "performance").Select(item => NonEmpty(item["name"]?.AsText)).FirstOrDefault(name => name is not null) : null;

    private static BigInteger? Whole(Node? node) => node is { Kind: NodeKind.Integer, AsInteger: { Sign: > 0 } number } ? number : null;

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private sealed record Run(ExportCurve Curve, ExportPoint Point);
}
