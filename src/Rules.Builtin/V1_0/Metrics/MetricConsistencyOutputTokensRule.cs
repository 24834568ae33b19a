using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

/// <summary>The number of output tokens is a number of tokens: finite and not negative once cut to a whole number (policy §9.1).</summary>
/// <remarks>No tokens at all is one, too; a throughput of 0 then follows.</remarks>
public sealed class MetricConsistencyOutputTokensRule : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome Impossible = Outcome.Error(
        key: "fail",
        spec: "§14",
        message: "output_sequence_lengths.total is {total_output_tokens}, a finite number of at least 0 tokens is expected",
        fix: "Copy output_sequence_lengths from the benchmark's own report; where the figure stands there too, measure the point again.");

    private static readonly Outcome Possible = Outcome.Pass(key: "pass", spec: "§14", message: "the run produced {total_output_tokens} output tokens");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "metric-consistency-output-tokens", title: "Metric consistency output tokens", specs: [SpecRevision.V1_0], outcomes: [Impossible, Possible], order: 450);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        yield return point.Summary.OutputTokens is { Sign: >= 0 } tokens
            ? Possible.At(point.SummaryPath, ("total_output_tokens", tokens))
            : Impossible.At(point.InSummary("output_sequence_lengths", "total"), ("total_output_tokens", point.Summary.OutputTokensRaw));
    }
}
