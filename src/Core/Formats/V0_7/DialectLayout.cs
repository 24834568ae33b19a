using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Where the two dialects of v0.7 differ in layout and documents; everything else of the format is the same.</summary>
internal sealed record DialectLayout
{
    public const string Systems = "systems";
    public const string Pareto = "pareto";
    public const string Documentation = "documentation";
    public const string Sources = "src";
    public const string Points = "points";
    public const string Results = "results";
    public const string Accuracy = "accuracy";
    public const string AccuracyLog = "accuracy.txt";
    public const string DeclaredAccuracy = "accuracy_result.json";
    public const string MeasuredAccuracy = "results.json";

    private DialectLayout()
    {
    }

    /// <summary>The seed README's dialect.</summary>
    public static DialectLayout Readme { get; } = new()
    {
        Revision = SpecRevision.V0_7Readme,
        RequiredFolders = [Systems, Pareto],
        ModelFolders = [Points, Results, Accuracy],
        SummaryFile = "mlperf_endpoints_log_summary.json",
        DetailFile = "mlperf_endpoints_log_detail.json",
        ReadDescription = ReadmeDescriptionReader.Read,
    };

    /// <summary>The dialect of the later releases.</summary>
    public static DialectLayout Release { get; } = new()
    {
        Revision = SpecRevision.V0_7Release,
        RequiredFolders = [Systems, Pareto, Documentation],
        ModelFolders = [Points, Results],
        SummaryFile = "results_summary.json",
        ReadDescription = ReleaseDescriptionReader.Read,
        HasWarmup = true,
        HasSourcesPerModel = true,
        HasAccuracyPerPoint = true,
    };

    /// <summary>The revision with its dialect.</summary>
    public required SpecRevision Revision { get; init; }

    /// <summary>Folders demanded at the root, in the order of their results.</summary>
    public required ImmutableArray<string> RequiredFolders { get; init; }

    /// <summary>Folders demanded in a model's folder, in the order of their results.</summary>
    public required ImmutableArray<string> ModelFolders { get; init; }

    /// <summary>Name of a point's result summary.</summary>
    public required string SummaryFile { get; init; }

    /// <summary>Name of a point's detail file; null where none is asked for.</summary>
    public string? DetailFile { get; init; }

    /// <summary>Reads a system description.</summary>
    public required Func<Document, FileReading<SystemDescription>> ReadDescription { get; init; }

    /// <summary>Whether points state their warmup.</summary>
    public bool HasWarmup { get; init; }

    /// <summary>Whether each model has sources of its own, <c>src/&lt;model&gt;/</c>, or the system has one <c>src/</c>.</summary>
    public bool HasSourcesPerModel { get; init; }

    /// <summary>Whether accuracy results stand beside a point's summary, or once in the model's folder.</summary>
    public bool HasAccuracyPerPoint { get; init; }

    /// <summary>The layout of a revision that names its dialect.</summary>
    public static DialectLayout For(SpecRevision revision) => SpecRevision.V0_7Release.Covers(revision) ? Release : Readme;
}
