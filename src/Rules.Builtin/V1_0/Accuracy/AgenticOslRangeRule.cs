using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>The mean output length of each point's full run on an agentic curve is that of the model (policy §4.3).</summary>
/// <remarks>The mean over the steady window is never used in its place. Points without a usable summary are not mentioned.</remarks>
public sealed class AgenticOslRangeRule(AgenticTargets targets) : ComplianceRule<Curve>
{
    private const string FullRun = "output_sequence_lengths_full_run";
    private const string Lengths = "output_sequence_lengths";
    private const string Average = "avg";

    private static readonly Outcome Missing = Outcome.Warning(
        key: "warn",
        spec: "§4.3",
        message: "the points at concurrency {listed} do not state the mean output length of the full run ({osl_full_run_field})",
        fix: "Keep {osl_full_run_field}, which the client writes into result_summary.json.");

    private static readonly Outcome OutOfRange = Outcome.Error(
        key: "fail",
        spec: "§4.3",
        message: "the mean output length at concurrency {concurrency} is {avg} tokens, outside {low}–{high} of {targets_name}",
        fix: "Check chat template, stop conditions and output limits against the reference implementation, and measure again.");

    private static readonly Outcome InRange = Outcome.Pass(
        key: "pass", spec: "§4.3", message: "the mean output length at concurrency {concurrency} is {avg} tokens (expected: {low}–{high})");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "agentic-osl-range", title: "Agentic OSL range", specs: [SpecRevision.V1_0], outcomes: [OutOfRange, InRange, Missing], order: 780);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (!curve.IsAgentic || targets.For(curve.ModelName) is not { Thresholds: { } thresholds } model)
        {
            yield return NotApplicable(curve, curve.IsAgentic ? AgenticScores.NoThresholds : AgenticScores.NotAgentic);
            yield break;
        }

        var missing = new List<MeasuredPoint>();
        foreach (var point in curve.MeasuredPoints)
        {
            if (AverageOf(point.Summary) is not { } average)
            {
                missing.Add(point);
                continue;
            }

            var outcome = average >= thresholds.OutputTokensLow && average <= thresholds.OutputTokensHigh ? InRange : OutOfRange;
            yield return outcome.At(
                point.InSummary(FullRun, Lengths, Average).ReportedAt(curve.Path), ("concurrency", point.Concurrency), ("avg", average),
                ("low", thresholds.OutputTokensLow), ("high", thresholds.OutputTokensHigh), ("targets_name", model.Name));
        }

        if (missing.Count > 0)
        {
            yield return Missing.At(
                missing[0].InSummary(FullRun, Lengths, Average).ReportedAt(curve.Path),
                ("listed", string.Join(", ", missing.Select(point => point.Concurrency))), ("osl_full_run_field", $"{FullRun}.{Lengths}.{Average}"));
        }
    }

    // A text is no number here, though a boolean is.
    private static double? AverageOf(ResultSummary summary) => summary.OutputSequenceLengthsFullRun?[Lengths]?[Average] switch
    {
        { Kind: NodeKind.Number } number => number.AsNumber,
        { Kind: NodeKind.Boolean } boolean => boolean.AsBoolean ? 1 : 0,
        { Kind: NodeKind.Integer } integer => NodeValues.ToDouble(integer.AsInteger),
        _ => null,
    };
}
