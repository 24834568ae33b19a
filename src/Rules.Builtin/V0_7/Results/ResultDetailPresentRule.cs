using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Results;

/// <summary>A detail file stands beside each result summary (policy §8.1). It is never opened; the release dialect does not ask for it.</summary>
public sealed class ResultDetailPresentRule : ComplianceRule<Point>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#1",
        message: "the detail file of the point at concurrency {concurrency} is expected at {file}, where there is nothing",
        fix: "Put the detail log that the benchmark wrote in the same run beside the summary.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "result-detail-present", title: "Result details present", specs: [SpecRevision.V0_7Readme], outcomes: [Absent], order: 210);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        yield return point.DetailFile is not { } detail ? NotApplicable(point, "there is no result summary beside which it could stand")
            : detail.Exists ? NotApplicable(point, "there is a detail file")
            : Absent.At(detail.Path, ("concurrency", point.Concurrency), ("file", detail.Path.Value));
    }
}
