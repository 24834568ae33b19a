using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>The fields of <c>point.yaml</c> are there and of the right type (policy §8.3). One fault, one result; any fault keeps the point from being used.</summary>
public sealed class PointConfigValidRule : ComplianceRule<PointFolder>
{
    private static readonly FileFaults Faults = new(
        "point.yaml",
        "§8.3",
        [
            FileFaultKeys.ParseError, FileFaultKeys.IoError, FileFaultKeys.NotAMapping, FieldKeys.Unworded, FieldKeys.Missing, FieldKeys.ModelType,
            FieldKeys.DictType, FieldKeys.ListType, FieldKeys.StringType, FieldKeys.IntType, FieldKeys.IntParsing, FieldKeys.IntFromFloat,
            FieldKeys.FloatType, FieldKeys.FloatParsing, FieldKeys.BoolType, FieldKeys.BoolParsing, FieldKeys.StringTooShort,
            FieldKeys.GreaterThanEqual, FieldKeys.LessThanEqual,
        ],
        Outcome.Error(
            key: PointConfigReader.WarmupCompletedExceedsIssued,
            spec: "§8.3",
            message: "the warmup completed {input} requests, expected {expected}",
            fix: "State in warmup.requests_issued how many requests the warmup sent, and in warmup.requests_completed how many of them were answered."),
        Outcome.Error(
            key: PointConfigReader.WarmupConcurrencyZero,
            spec: "§8.3",
            message: "the warmup's concurrency is {input}, expected {expected}",
            fix: "State the concurrency of the warmup; if there was none, set duration_s, requests_issued and requests_completed to 0 too."));

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-config-valid", title: "Point configuration (point.yaml)", specs: [SpecRevision.V1_0], outcomes: Faults.Outcomes, order: 140);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(PointFolder point)
        => point.ConfigFile.Exists
            ? Faults.All(point.ConfigFile.Document, point.ConfigFile.Problems)
            : [NotApplicable(point, "there is no point.yaml")];
}
