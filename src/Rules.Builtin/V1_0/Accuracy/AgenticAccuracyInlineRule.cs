using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>Every point of an agentic curve reports the accuracy of its performance run, and it is high enough (policy §4.3).</summary>
/// <remarks>Points whose configuration is unreadable are not asked.</remarks>
public sealed class AgenticAccuracyInlineRule(AccuracyTargets targets, AgenticTargets agenticTargets) : ComplianceRule<Curve>
{
    private static readonly Outcome Missing = Outcome.Error(
        key: "missing",
        spec: "§4.3",
        message: "the points at concurrency {listed} report no accuracy of their performance run (an entry of type {performance_dataset_type} with a score)",
        fix: "Keep the entry of type {performance_dataset_type} that the client writes into the accuracy file of every point.");

    private static readonly Outcome TooLow = Outcome.Error(
        key: "fail",
        spec: "§4.3",
        message: "the accuracy of the performance run at concurrency {concurrency} is {score} %, below the {inline_min} % that {targets_name} must reach{note}",
        fix: "Find out what costs accuracy at this point, and measure it again.");

    private static readonly Outcome Reached = Outcome.Pass(
        key: "pass", spec: "§4.3", message: "the accuracy of the performance run at concurrency {concurrency} is {score} % (required: {inline_min} %)");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "agentic-accuracy-inline", title: "Agentic accuracy inline", specs: [SpecRevision.V1_0],
        outcomes: [AgenticScores.NotAFraction, TooLow, Reached, Missing], order: 760);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var accuracy = CurveAccuracy.Of(curve, targets, agenticTargets);
        if (accuracy.AgenticModel is not { Thresholds: { } thresholds } model)
        {
            yield return NotApplicable(curve, curve.IsAgentic ? AgenticScores.NoThresholds : AgenticScores.NotAgentic);
            yield break;
        }

        var missing = new SortedSet<BigInteger>();
        foreach (var concurrency in accuracy.ParsedConcurrencies)
        {
            if (accuracy.At(concurrency) is not { Results.Inline: { MainMetric: { } metric } entry } point)
            {
                missing.Add(concurrency);
                continue;
            }

            var place = point.At(curve.Path, metric);
            if (AgenticScores.Percentage(metric) is not { } percentage)
            {
                yield return AgenticScores.NotAFraction.At(place, ("concurrency", concurrency), ("dataset", entry.Name), ("value", metric.Value));
            }
            else if (percentage < thresholds.InlinePercent)
            {
                yield return TooLow.At(
                    place, ("concurrency", concurrency), ("score", percentage), ("inline_min", thresholds.InlinePercent), ("targets_name", model.Name),
                    ("note", AgenticScores.RoundingNote(metric.Value, thresholds.InlinePercent)));
            }
            else
            {
                yield return Reached.At(place, ("concurrency", concurrency), ("score", percentage), ("inline_min", thresholds.InlinePercent));
            }
        }

        if (missing.Count > 0)
        {
            yield return Missing.At(curve.Path, ("listed", Shown.Numbers(missing)), ("performance_dataset_type", AccuracyResults.Performance));
        }
    }
}
