using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Results;

/// <summary>A result summary can be read, and every field of the schema is accepted (policy §8.3).</summary>
/// <remarks>One result a fault. A point whose summary has any still covers its region, but nothing of it is measured.</remarks>
public sealed class ResultFileValidRule : ComplianceRule<Point>
{
    private static readonly FileOutcomes Faults = new("the result summary", "JSON");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "result-file-valid", title: "Result summary", specs: [SpecRevision.V0_7],
        outcomes: [Faults.Unreadable, Faults.Missing, Faults.Refused], order: 220);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
        => point is MeasuredPoint ? [NotApplicable(point, "the result summary is valid")]
            : point.SummaryFile is { Exists: true } summary ? Faults.Judge(summary)
            : [NotApplicable(point, "there is no result summary")];
}
