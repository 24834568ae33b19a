using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>The fields of <c>result_summary.json</c> are there and of the right type (policy §8.3). One fault, one result; any fault keeps the figures from being judged.</summary>
/// <remarks>Summaries of points whose <c>point.yaml</c> cannot be used are read too.</remarks>
public sealed class ResultFileValidRule : ComplianceRule<PointFolder>
{
    private static readonly FileFaults Faults = new(
        "result_summary.json",
        "§8.3",
        [
            FileFaultKeys.ParseError, FileFaultKeys.IoError, FieldKeys.Unworded, FieldKeys.Missing, FieldKeys.ModelType, FieldKeys.DictType,
            FieldKeys.IntType, FieldKeys.IntParsing, FieldKeys.IntFromFloat, FieldKeys.FloatType, FieldKeys.FloatParsing,
        ],
        Outcome.Error(
            key: "percentile-key",
            spec: "§8.3",
            message: "{field} is {input}, expected {expected}",
            fix: "Name each percentile by its number: \"50\", \"90\", \"99.9\"."),
        Outcome.Error(
            key: "percentile-conflict",
            spec: "§8.3",
            message: "{field} is {input}, expected {expected}",
            fix: "State each percentile once."));

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "result-file-valid", title: "Result summary (result_summary.json)", specs: [SpecRevision.V1_0], outcomes: Faults.Outcomes, order: 390);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(PointFolder point)
        => point.SummaryFile is { Exists: true } summary
            ? Faults.All(summary.Document, summary.Problems)
            : [NotApplicable(point, "there is no result_summary.json")];
}
