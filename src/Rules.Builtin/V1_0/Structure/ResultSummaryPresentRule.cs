using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>Every point has its <c>result_summary.json</c>.</summary>
public sealed class ResultSummaryPresentRule : ComplianceRule<PointFolder>
{
    private const string HowToAdd = "Copy the summary that the benchmark wrote to {relative_to}, or remove the folder if it is no measurement point.";

    private static readonly Outcome Missing = Outcome.Error(
        key: "fail", spec: "§1", message: "the point at concurrency {concurrency} has no {relative_to}", fix: HowToAdd);

    private static readonly Outcome MissingToo = Outcome.Error(
        key: "fail-2", spec: "§1", message: "the point {point_dir_name}, whose point.yaml cannot be used, has no {relative_to} either", fix: HowToAdd);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "result-summary-present", title: "Result summary present", specs: [SpecRevision.V1_0], outcomes: [Missing, MissingToo], order: 380);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(PointFolder folder)
    {
        if (folder.SummaryFile is { Exists: true })
        {
            yield break;
        }

        var path = folder.SummaryPath;
        var rel = path.RelativeTo(folder.Curve.System.Submission.Path);
        yield return folder is Point point
            ? Missing.At(path, ("concurrency", point.Concurrency), ("relative_to", rel))
            : MissingToo.At(path, ("point_dir_name", folder.Path.Name), ("relative_to", rel));
    }
}
