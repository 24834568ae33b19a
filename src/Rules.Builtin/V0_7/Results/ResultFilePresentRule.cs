using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Results;

/// <summary>A point has a result summary (policy §8.1), in the folder named after the concurrency that it declares.</summary>
public sealed class ResultFilePresentRule : ComplianceRule<Point>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#1",
        message: "the result summary of the point at concurrency {concurrency} is expected at {file}, where there is nothing",
        fix: "Put the point's result summary there; the folder follows the declared concurrency, not the name of the point file.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "result-file-present", title: "Result summary present", specs: [SpecRevision.V0_7], outcomes: [Absent], order: 200);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        yield return point.SummaryFile is { Exists: false }
            ? Absent.At(point.SummaryPath, ("concurrency", point.Concurrency), ("file", point.SummaryPath.Value))
            : NotApplicable(point, "there is a result summary");
    }
}
