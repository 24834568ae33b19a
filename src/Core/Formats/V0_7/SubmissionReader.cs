using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Reads one submission of either dialect: folders first, then the points of all curves at once, on all cores, then what hangs on them.</summary>
internal sealed class SubmissionReader(ISubmissionSource source, DialectLayout layout, FormatContext context)
{
    private const string Standardized = "standardized";
    private const string DescriptionSuffix = ".json";
    private const string PointPrefix = "point_";
    private const string PointSuffix = ".yaml";

    private readonly SubmissionPath _systems = SubmissionPath.Root / DialectLayout.Systems;
    private readonly SubmissionPath _pareto = SubmissionPath.Root / DialectLayout.Pareto;
    private readonly List<PointTask> _points = [];

    /// <summary>Reads the submission.</summary>
    public Submission Read()
    {
        var root = source.KindOf(SubmissionPath.Root);
        if (root is EntryKind.Missing)
        {
            return new Submission { Path = SubmissionPath.Root, Revision = layout.Revision, Root = root, SystemsAbsence = "there is no submission at this path" };
        }

        var required = Expect(SubmissionPath.Root, layout.RequiredFolders);
        if (!required.All(folder => folder.IsFolder))
        {
            return new Submission
            {
                Path = SubmissionPath.Root,
                Revision = layout.Revision,
                Root = root,
                RequiredFolders = required,
                SystemsAbsence = "a required folder is missing",
            };
        }

        var entries = source.List(_systems);
        var systems = ReadSystems(entries);
        return new Submission
        {
            Path = SubmissionPath.Root,
            Revision = layout.Revision,
            Root = root,
            RequiredFolders = required,
            Systems = systems,
            UnreadableSystems = UnreadableEntries.In(source, _systems, entries, static _ => false),
            HasAccuracyResults = systems.Length > 0 && layout.HasAccuracyPerPoint ? AccuracySearch.Finds(source, _pareto, context) : null,
        };
    }

    private SystemUnderTest[] ReadSystems(IReadOnlyList<SourceEntry> entries)
    {
        var files = new List<string>();
        foreach (var entry in entries)
        {
            if (entry.Name.EndsWith(DescriptionSuffix, StringComparison.Ordinal))
            {
                files.Add(entry.Name);
            }
        }

        var drafts = new SystemDraft[files.Count];
        ParallelWork.For(files.Count, context.Options.MaxDegreeOfParallelism, context.Cancellation, index => drafts[index] = ReadSystem(files[index]));
        foreach (var curve in drafts.SelectMany(draft => draft.Curves))
        {
            curve.FirstPoint = _points.Count;
            foreach (var name in curve.PointFiles)
            {
                _points.Add(new PointTask(curve.Path / DialectLayout.Points / name, curve.Path / DialectLayout.Results));
            }
        }

        var points = context.ReadAll(_points, ReadPoint);
        var curves = drafts.SelectMany(draft => draft.Curves).ToArray();
        ParallelWork.For(curves.Length, context.Options.MaxDegreeOfParallelism, context.Cancellation, index => curves[index].Finished = Finish(curves[index], points));
        return Array.ConvertAll(drafts, Finish);
    }

    private SystemDraft ReadSystem(string fileName)
    {
        var path = _systems / fileName;
        var description = layout.ReadDescription(context.ReadDocument(source, path, DocumentLanguage.Json));
        var id = WithoutExtension(fileName);
        var draft = new SystemDraft(id, description) { CurvesFolder = new ExpectedEntry(_pareto / id, EntryKind.Missing) };
        if (description.Value is not { } system)
        {
            draft.Stop("the system description is invalid");
            return draft;
        }

        if (RegionBoundaries.V0_7(system.MaxSupportedConcurrency) is not { } regions)
        {
            draft.Stop("the system has no regions");
            return draft;
        }

        draft.Regions = Availability<RegionLayout>.Present(regions);
        var needsSources = system.Division is Standardized;
        if (needsSources && !layout.HasSourcesPerModel)
        {
            draft.SourceFolder = Expect(SubmissionPath.Root / DialectLayout.Sources);
        }

        // A description called "..json" or "...json" has an id that is no name of a folder.
        draft.CurvesFolder = id is "." or ".." ? draft.CurvesFolder : Expect(_pareto / id);
        if (!draft.CurvesFolder.IsFolder)
        {
            draft.CurvesAbsence = "the system has no folder below pareto/";
            return draft;
        }

        var entries = source.List(draft.CurvesFolder.Path);
        draft.UnreadableModels = UnreadableEntries.In(source, draft.CurvesFolder.Path, entries, static _ => true);
        foreach (var entry in entries)
        {
            if (entry.Kind is EntryKind.Folder)
            {
                draft.Curves.Add(LookAtModel(draft.CurvesFolder.Path / entry.Name, needsSources && layout.HasSourcesPerModel, draft.Regions));
            }
        }

        return draft;
    }

    private CurveDraft LookAtModel(SubmissionPath path, bool needsSources, Availability<RegionLayout> regions)
    {
        var required = Expect(path, layout.ModelFolders);
        var draft = new CurveDraft(path, required, regions)
        {
            SourceFolder = needsSources ? Expect(SubmissionPath.Root / DialectLayout.Sources / path.Name) : null,
        };
        if (!required.All(folder => folder.IsFolder))
        {
            draft.PointsAbsence = "a required folder of the model is missing";
            return draft;
        }

        var entries = source.List(path / DialectLayout.Points);
        draft.UnreadablePoints = UnreadableEntries.In(source, path / DialectLayout.Points, entries, static _ => false);
        foreach (var entry in entries)
        {
            if (entry.Name.StartsWith(PointPrefix, StringComparison.Ordinal) && entry.Name.EndsWith(PointSuffix, StringComparison.Ordinal))
            {
                draft.PointFiles.Add(entry.Name);
            }
        }

        return draft;
    }

    private PointFolder ReadPoint(PointTask task)
    {
        var number = NumberIn(task.ConfigPath.Name);
        var config = PointConfigReader.Read(context.ReadDocument(source, task.ConfigPath, DocumentLanguage.Yaml), layout.HasWarmup);
        if (config.Value is not { } settings)
        {
            return new PointFolder { Path = task.ConfigPath, NameNumber = number, ConfigFile = config };
        }

        var results = ResultsOf(task.ResultsPath, settings.Concurrency);
        var summary = ResultSummaryReader.Read(context.ReadDocument(source, results / layout.SummaryFile, DocumentLanguage.Json, ResultSummaryReader.Members));
        ExpectedEntry? detail = layout.DetailFile is { } name && summary.Exists ? Expect(results / name) : null;
        return summary.Value is { } measured
            ? new MeasuredPoint
            {
                Path = task.ConfigPath,
                NameNumber = number,
                ConfigFile = config,
                Config = settings,
                SummaryFile = summary,
                Summary = measured,
                DetailFile = detail,
                ExtrasFolder = results,
            }
            : new Point { Path = task.ConfigPath, NameNumber = number, ConfigFile = config, Config = settings, SummaryFile = summary, DetailFile = detail, ExtrasFolder = results };
    }

    private CurveFolder Finish(CurveDraft draft, PointFolder[] allPoints)
    {
        if (draft.PointFiles.Count == 0)
        {
            return new CurveFolder
            {
                Path = draft.Path,
                ModelName = draft.Path.Name,
                RequiredFolders = draft.RequiredFolders,
                SourceFolder = draft.SourceFolder,
                PointsPath = draft.Path / DialectLayout.Points,
                PointsAbsence = draft.PointsAbsence,
                UnreadablePoints = draft.UnreadablePoints,
            };
        }

        var folders = allPoints.AsSpan(draft.FirstPoint, draft.PointFiles.Count).ToArray();
        var accuracy = draft.Path / DialectLayout.Accuracy;
        return new Curve
        {
            Path = draft.Path,
            ModelName = draft.Path.Name,
            RequiredFolders = draft.RequiredFolders,
            SourceFolder = draft.SourceFolder,
            PointsPath = draft.Path / DialectLayout.Points,
            Regions = draft.Regions,
            Folders = folders,
            AccuracyLog = layout.HasAccuracyPerPoint ? null : Expect(accuracy / DialectLayout.AccuracyLog),
            DeclaredAccuracy = layout.HasAccuracyPerPoint
                ? null
                : DeclaredAccuracyReader.Read(context.ReadDocument(source, accuracy / DialectLayout.DeclaredAccuracy, DocumentLanguage.Json)),
            AccuracyFiles = layout.HasAccuracyPerPoint ? ReadAccuracy(draft.Path / DialectLayout.Results, folders) : [],
        };
    }

    private List<FileReading<MeasuredAccuracy>> ReadAccuracy(SubmissionPath results, PointFolder[] points)
    {
        var files = new List<FileReading<MeasuredAccuracy>>();
        var isTaken = false;
        foreach (var point in points.OfType<MeasuredPoint>())
        {
            var folder = ResultsOf(results, point.Concurrency) / DialectLayout.Accuracy;
            if (!MayHoldResults(folder))
            {
                continue;
            }

            // Once a file is taken, later ones are only asked whether they exist.
            var file = folder / DialectLayout.MeasuredAccuracy;
            if (!isTaken || source.KindOf(file) is EntryKind.Missing)
            {
                var reading = MeasuredAccuracyReader.Read(context.ReadDocument(source, file, DocumentLanguage.Json));
                isTaken |= reading.Value is not null;
                files.Add(reading);
            }
        }

        return files;
    }

    // A link out of the submission may hide results: what cannot be read must not count as absent.
    private bool MayHoldResults(SubmissionPath folder) => source.KindOf(folder) switch
    {
        EntryKind.Folder => true,
        EntryKind.Refused => source.Read(folder, maxBytes: 0).Problem is { Kind: SourceProblemKind.LinkOutside },
        _ => false,
    };

    private SystemUnderTest Finish(SystemDraft draft) => new()
    {
        Path = draft.Description.Document.Path,
        Id = draft.Id,
        Description = draft.Description,
        CurvesFolder = draft.CurvesFolder,
        SourceFolder = draft.SourceFolder,
        Regions = draft.Regions,
        CurvesAbsence = draft.CurvesAbsence,
        UnreadableModels = draft.UnreadableModels,
        ExtrasFolder = draft.CurvesFolder.Path,
        Curves = draft.Curves.ConvertAll(curve => curve.Finished!),
    };

    private static SubmissionPath ResultsOf(SubmissionPath results, BigInteger concurrency)
        => results / $"{PointPrefix}{Digits.Of(concurrency)}";

    // The second of the parts between underscores: point_256_retry.yaml names 256.
    private static BigInteger? NumberIn(string fileName)
    {
        var stem = WithoutExtension(fileName).AsSpan(PointPrefix.Length);
        var end = stem.IndexOf('_');
        return PythonText.TryParseInteger(end < 0 ? stem : stem[..end], out var number) ? number : null;
    }

    // A name that consists of its extension alone keeps it: ".json".
    private static string WithoutExtension(string fileName) => fileName.LastIndexOf('.') is var dot and > 0 ? fileName[..dot] : fileName;

    private ExpectedEntry Expect(SubmissionPath path) => new(path, source.KindOf(path));

    private ExpectedEntry[] Expect(SubmissionPath folder, IReadOnlyList<string> names) => [.. names.Select(name => Expect(folder / name))];

    private sealed record PointTask(SubmissionPath ConfigPath, SubmissionPath ResultsPath);

    /// <summary>A system while its curves are looked for.</summary>
    private sealed class SystemDraft(string id, FileReading<SystemDescription> description)
    {
        public string Id { get; } = id;

        public FileReading<SystemDescription> Description { get; } = description;

        public Availability<RegionLayout> Regions { get; set; }

        public ExpectedEntry? SourceFolder { get; set; }

        public ExpectedEntry CurvesFolder { get; set; } = ExpectedEntry.None;

        public string? CurvesAbsence { get; set; }

        public IReadOnlyList<UnreadableEntry> UnreadableModels { get; set; } = [];

        public List<CurveDraft> Curves { get; } = [];

        public void Stop(string reason)
        {
            Regions = Availability<RegionLayout>.Absent(reason);
            CurvesAbsence = reason;
        }
    }

    /// <summary>A model's folder while its points are read.</summary>
    private sealed class CurveDraft(SubmissionPath path, ExpectedEntry[] requiredFolders, Availability<RegionLayout> regions)
    {
        public SubmissionPath Path { get; } = path;

        public ExpectedEntry[] RequiredFolders { get; } = requiredFolders;

        public Availability<RegionLayout> Regions { get; } = regions;

        public ExpectedEntry? SourceFolder { get; init; }

        public string? PointsAbsence { get; set; }

        public IReadOnlyList<UnreadableEntry> UnreadablePoints { get; set; } = [];

        public List<string> PointFiles { get; } = [];

        public int FirstPoint { get; set; }

        public CurveFolder? Finished { get; set; }
    }
}
