using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

/// <summary>The count of output tokens is a number, and not below zero once its fraction is cut (policy §9.1).</summary>
public sealed class MetricConsistencyOutputTokensRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome Negative = Outcome.Error(
        key: "fail",
        spec: "#14",
        message: "output_sequence_lengths.total is {tokens} tokens, expected 0 or more",
        fix: "Take the total from the run's own summary: the sum of the lengths of all answers.");

    private static readonly Outcome NotFinite = Outcome.Error(
        key: "not-finite",
        spec: "#14",
        message: "output_sequence_lengths.total is {tokens}, expected a finite number of tokens",
        fix: "Take the total from the run's own summary: the sum of the lengths of all answers.");

    private static readonly Outcome Counted = Outcome.Pass(key: "pass", spec: "#14", message: "the answers have {tokens} tokens in total");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-output-tokens", title: "Metric consistency output tokens", specs: [SpecRevision.V0_7], outcomes: [Negative, NotFinite, Counted], order: 270);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        yield return point.Summary.OutputTokens is not { } tokens
                ? NotFinite.At(point.InSummary("output_sequence_lengths", "total"), ("tokens", point.Summary.OutputTokensRaw))
            : tokens.Sign < 0 ? Negative.At(point.InSummary("output_sequence_lengths", "total"), ("tokens", tokens))
            : Counted.At(point.SummaryPath, ("tokens", tokens));
    }
}
