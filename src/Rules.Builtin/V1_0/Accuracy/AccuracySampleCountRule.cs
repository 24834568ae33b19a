using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>The accuracy results of a point rest on enough samples, repeats counted (policy §4.3, §6.6).</summary>
/// <remarks>Every entry counts, the performance run's own included. A file without any count is not judged.</remarks>
public sealed class AccuracySampleCountRule(AccuracyTargets targets, AgenticTargets agenticTargets) : ComplianceRule<Curve>
{
    private static readonly Outcome TooFew = Outcome.Error(
        key: "fail",
        spec: "§15",
        message: "the accuracy results at concurrency {concurrency} rest on {total} samples{suffix}, at least {min_queries} are required",
        fix: "Run the whole accuracy data set, as often as the benchmark prescribes.");

    private static readonly Outcome Enough = Outcome.Pass(
        key: "pass", spec: "§15", message: "the accuracy results at concurrency {concurrency} rest on {total} samples{suffix} (required: {min_queries})");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-sample-count", title: "Accuracy sample count", specs: [SpecRevision.V1_0], outcomes: [TooFew, Enough], order: 790);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var accuracy = CurveAccuracy.Of(curve, targets, agenticTargets);
        if (accuracy.ReportedPath is not { } path)
        {
            yield return NotApplicable(curve, SingleTurn.NoAccuracy);
            yield break;
        }

        if (accuracy.SingleTurnModel is not { } model)
        {
            yield return NotApplicable(curve, accuracy.AgenticModel is null ? SingleTurn.NoTargets : SingleTurn.Agentic);
            yield break;
        }

        foreach (var point in accuracy.Points)
        {
            var counted = point.Results.Entries.Where(entry => entry.IssuedSamples is not null).ToList();
            if (counted.Count == 0)
            {
                yield return RuleResult.NotApplicable(point.File, "no data set states how many samples it has");
                continue;
            }

            var total = BigInteger.Zero;
            foreach (var entry in counted)
            {
                total += entry.IssuedSamples.GetValueOrDefault();
            }

            yield return (total < model.MinimumIssuedSamples ? TooFew : Enough).At(
                point.At(path, counted[0]), ("concurrency", point.Concurrency), ("total", total),
                ("suffix", counted.Count == 1 ? "" : $" of {counted.Count} data sets"), ("min_queries", model.MinimumIssuedSamples));
        }
    }
}
