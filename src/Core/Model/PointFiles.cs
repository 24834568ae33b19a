using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The files of a point's folder besides its configuration and summary, each as it was found (v1.0). Every file is read once.</summary>
public sealed partial record PointFiles
{
    /// <summary>A point of a layout that has no such files.</summary>
    public static PointFiles None { get; } = new();

    /// <summary><c>config.yaml</c>, the configuration of the benchmark tool: what stands there.</summary>
    public ExpectedEntry BenchmarkConfigEntry { get; init; } = ExpectedEntry.None;

    /// <summary><c>config.yaml</c> as it was read; null where no file stands there.</summary>
    public Document? BenchmarkConfig { get; init; }

    /// <summary><c>system_desc.json</c>, this point's copy of the system's description, readable or not.</summary>
    public Document SystemDescription { get; init; } = new(SubmissionPath.Root, DocumentLanguage.Json, null, new DocumentProblem(DocumentProblemKind.Missing, "it was not looked for"));

    /// <summary>The copy's top level where it is a readable JSON object; null where it is missing or anything else.</summary>
    public Node? DescriptionObject => SystemDescription.Root is { Kind: NodeKind.Map } root ? root : null;
}
