using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Prism.Client.Runs;

/// <summary>Which files of a run folder make a run, release by release.</summary>
/// <param name="Description">The system description.</param>
/// <param name="Summary">The result summary.</param>
/// <param name="Point">The point file; null where there is none (v0.7).</param>
/// <param name="Power">The power descriptor, which is optional; null where it is not read (v0.7).</param>
internal sealed record RunFolderLayout(string Description, string Summary, string? Point, string? Power)
{
    public const string Config = "config.yaml";
    public const string AccuracyResults = "accuracy/accuracy_results.json";

    public static RunFolderLayout V1_0 { get; } = new("system_desc.json", "performance/result_summary.json", "point.yaml", "system_power.json");

    public static RunFolderLayout V0_7 { get; } = new("system_desc.json", "result_summary.json", null, null);

    public static RunFolderLayout V0_7Readme { get; } = new("system_info.json", "result_summary.json", null, null);

    /// <summary>The point folder of an assembled submission, v0.7.</summary>
    public static RunFolderLayout V0_7Assembled { get; } = new("system_desc.json", "results_summary.json", null, null);

    /// <summary>The point folder of an assembled submission, v1.0; the power descriptor stands one level up and is given apart.</summary>
    public static RunFolderLayout V1_0Assembled { get; } = new("system_desc.json", "result_summary.json", "point.yaml", null);

    public IEnumerable<string> Required => new[] { Description, Point, Config, Summary }.OfType<string>();

    public static RunFolderLayout Of(SpecRevision revision)
        => SpecRevision.V1_0.Covers(revision) ? V1_0 : SpecRevision.V0_7Readme.Covers(revision) ? V0_7Readme : V0_7;
}
