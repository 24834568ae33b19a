using System.Text.Json;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Files;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Prism.Client.Models;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Runs;

/// <summary>A report folder of the benchmark tool with the submitter's own files in it: what a run is registered from.</summary>
/// <example><code>
/// var folder = RunFolder.Read("reports/nx8_c48", SpecRevision.V1_0);
/// var run = folder.ToRun(TimeProvider.System.GetUtcNow(), cliVersion: "1.5.3.0");
/// </code></example>
public sealed class RunFolder
{
    private readonly RunFolderLayout _layout;
    private readonly Node _description;
    private readonly Node _config;
    private readonly Node _summary;
    private readonly Node? _point;
    private readonly Node? _power;

    private RunFolder(string path, RunFolderLayout layout, Node description, Node config, Node summary, Node? point, Node? power)
    {
        FullPath = path;
        _layout = layout;
        _description = description;
        _config = config;
        _summary = summary;
        _point = point;
        _power = power;
    }

    /// <summary>The resolved folder.</summary>
    public string FullPath { get; }

    /// <summary>The folder's name: the top folder of its archive.</summary>
    public string Name => Path.GetFileName(FullPath.TrimEnd(Path.DirectorySeparatorChar)) is { Length: > 0 } name ? name : "run";

    /// <summary>Reads a run folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="revision">Whose files make a run.</param>
    /// <exception cref="RunFolderException">It is no folder, required files are missing (all are named), or one cannot be read.</exception>
    public static RunFolder Read(string path, SpecRevision revision) => Read(path, RunFolderLayout.Of(revision), powerFile: null);

    /// <summary>Reads a point folder of an assembled submission, whose power descriptor may stand elsewhere.</summary>
    internal static RunFolder Read(string path, RunFolderLayout layout, string? powerFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var folder = Path.GetFullPath(path);
        if (!Directory.Exists(folder))
        {
            throw new RunFolderException($"'{path}' is no folder; expected the report folder of the benchmark tool.");
        }

        var source = new FolderSource(folder);
        RefuseMissing(source, path, layout);
        var description = Document(source, layout.Description, DocumentLanguage.Json);
        var config = Mapping(source, RunFolderLayout.Config, DocumentLanguage.Yaml);
        var summary = IsMissing(source, layout.Summary) ? JsonNodes.Map() : Mapping(source, layout.Summary, DocumentLanguage.Json);
        var point = layout.Point is { } pointFile ? Mapping(source, pointFile, DocumentLanguage.Yaml) : null;
        var power = powerFile is not null && File.Exists(powerFile)
            ? Mapping(new FolderSource(Path.GetDirectoryName(powerFile) ?? folder), Path.GetFileName(powerFile), DocumentLanguage.Json)
            : layout.Power is { } own && !IsMissing(source, own) ? Mapping(source, own, DocumentLanguage.Json) : null;
        return new RunFolder(folder, layout, description, config, summary, point, power);
    }

    /// <summary>What is registered.</summary>
    /// <param name="now">The present, for summaries that do not say when they began.</param>
    /// <param name="cliVersion">Protocol level; null for none.</param>
    /// <exception cref="RunFolderException">A file holds what cannot be sent (NaN, a duration out of the calendar).</exception>
    public RunCreate ToRun(DateTimeOffset now, string? cliVersion = null)
    {
        var times = Times(now);
        var sha = _summary["git_sha"];
        return new RunCreate
        {
            CliVersion = cliVersion,
            BenchmarkVersion = Json(sha.IsFalsy() ? JsonNodes.Of("unknown") : sha!, _layout.Summary),
            StartedAt = RunTimes.ToText(times.StartedAt),
            FinishedAt = RunTimes.ToText(times.FinishedAt),
            SystemInfo = Json(_description, _layout.Description),
            Config = Json(_config, RunFolderLayout.Config),
            ResultSummary = Json(_summary, _layout.Summary),
            PointConfig = _point is null ? null : Json(_point, _layout.Point ?? ""),
            SystemPower = _power is null ? null : Json(DerivedPower.Add(_power, _point, _description, _summary), "system_power.json"),
        };
    }

    /// <summary>Files that travel changed in the archive (v1.0): the metadata with the run's date, accuracy files with their answers cut.</summary>
    /// <exception cref="RunFolderException">An accuracy file's <c>responses</c> is neither list nor object.</exception>
    internal IReadOnlyDictionary<string, byte[]> ChangedFiles(DateTimeOffset now)
    {
        var changed = new SortedDictionary<string, byte[]>(CodePointComparer.Instance);
        if (_layout.Point is null)
        {
            return changed;
        }

        var source = new FolderSource(FullPath);
        AddMetadata(source, Times(now).Date, changed);
        AddAccuracy(source, changed);
        return changed;
    }

    private RunTimes Times(DateTimeOffset now)
    {
        try
        {
            return RunTimes.From(_summary, now, readsStart: _layout.Point is not null);
        }
        catch (FormatException exception)
        {
            throw new RunFolderException($"{_layout.Summary}: {exception.Message}.", exception);
        }
    }

    private static void AddMetadata(FolderSource source, string date, SortedDictionary<string, byte[]> changed)
    {
        const string name = "run_metadata.json";
        if (DocumentReader.Read(source, SubmissionPath.Root / name, DocumentLanguage.Json, BuildLimits.Documents).Root is { Kind: NodeKind.Map } metadata)
        {
            changed[name] = NodeJson.Indented(metadata.With("run_date", JsonNodes.Of(date)));
        }
    }

    private static void AddAccuracy(FolderSource source, SortedDictionary<string, byte[]> changed)
    {
        foreach (var (path, entry) in WholeFolder.Entries(source, SubmissionPath.Root, static message => new RunFolderException($"The run folder cannot be read: {message}.")))
        {
            if (entry is { Kind: EntryKind.File, Name: "accuracy_results.json" } && source.Read(path, BuildLimits.Documents.MaxFileBytes) is { Problem: null, Bytes: var bytes })
            {
                try
                {
                    var cut = Responses.Cut(bytes, isV0_7: false);
                    if (!cut.Equals(bytes))
                    {
                        changed[path.Value] = cut.ToArray();
                    }
                }
                catch (FormatException exception)
                {
                    throw new RunFolderException($"{path}: {exception.Message}.", exception);
                }
            }
        }
    }

    private static void RefuseMissing(FolderSource source, string path, RunFolderLayout layout)
    {
        var missing = layout.Required.Where(file => IsMissing(source, file)).ToArray();
        if (missing.Length == 1 && string.Equals(missing[0], layout.Summary, StringComparison.Ordinal) && IsAccuracyOnly(source))
        {
            return;
        }

        if (missing.Length > 0)
        {
            throw new RunFolderException($"'{path}' lacks {string.Join(", ", missing)}.") { Missing = missing };
        }
    }

    /// <summary>Older tools write no summary for runs that only measure accuracy.</summary>
    private static bool IsAccuracyOnly(FolderSource source)
        => !IsMissing(source, RunFolderLayout.AccuracyResults)
            && DocumentReader.Read(source, SubmissionPath.Root / RunFolderLayout.Config, DocumentLanguage.Yaml, BuildLimits.Documents).Root is { } config
            && config.Find("datasets") is { Kind: NodeKind.List, Items: [{ } first, ..] }
            && first.Find("type") is { Kind: NodeKind.Text } type
            && string.Equals(PythonText.Trim(type.AsText ?? ""), "accuracy", StringComparison.OrdinalIgnoreCase);

    private static bool IsMissing(FolderSource source, string file) => source.KindOf(SubmissionPath.Parse(file)) is EntryKind.Missing;

    private static Node Document(FolderSource source, string file, DocumentLanguage language)
    {
        var document = DocumentReader.Read(source, SubmissionPath.Parse(file), language, BuildLimits.Documents);
        return document.Root ?? throw new RunFolderException($"{file}{At(document.Problem?.Location)}: {document.Problem?.Detail}.");
    }

    private static Node Mapping(FolderSource source, string file, DocumentLanguage language)
        => Document(source, file, language) is { Kind: NodeKind.Map } mapping ? mapping : throw new RunFolderException($"{file}: its top level is no mapping.");

    private static string At(SourceLocation? location) => location is { } at ? $":{at}" : "";

    private static JsonElement Json(Node node, string file)
    {
        try
        {
            return JsonNodes.ToElement(node);
        }
        catch (FormatException exception)
        {
            throw new RunFolderException($"{file}: {exception.Message}.", exception);
        }
    }
}
