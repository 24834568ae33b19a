using System.Globalization;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>The mean SWE-bench score of an agentic curve over the four bands is high enough (policy §4.3).</summary>
/// <remarks>Results of one band are averaged first, so that none counts twice. Missing ones are warned of only: coverage makes them an error.</remarks>
public sealed class AgenticAccuracySwebenchRule(AccuracyTargets targets, AgenticTargets agenticTargets) : ComplianceRule<Curve>
{
    private const int RequiredBands = 4;

    private static readonly Outcome None = Outcome.Warning(
        key: "warn",
        spec: "§4.3",
        message: "no point that stands for a band reports a score of {swebench_dataset}",
        fix: "Run {swebench_dataset} at the point of each band, and keep the results beside the point.");

    private static readonly Outcome Several = Outcome.Warning(
        key: "warn-2",
        spec: "§4.3",
        message: "{results_count} results of {swebench_dataset} fall into the band {replace} (concurrency {listed}); their mean is used",
        fix: "Keep one result for each band.");

    private static readonly Outcome TooLow = Outcome.Error(
        key: "fail",
        spec: "§4.3",
        message: "the mean score of {swebench_dataset} over {basis} is {mean} %, below the {swebench_min} % that {targets_name} must reach",
        fix: "Find out what costs accuracy, and measure again.");

    private static readonly Outcome TooFew = Outcome.Warning(
        key: "warn-3",
        spec: "§4.3",
        message: "the mean score of {swebench_dataset} over {basis} is {mean} % (required: {swebench_min} %), but it is to be a mean of {swebench_mean_of_n} bands",
        fix: "Run {swebench_dataset} at the points of the other bands too.");

    private static readonly Outcome Reached = Outcome.Pass(
        key: "pass", spec: "§4.3", message: "the mean score of {swebench_dataset} over {basis} is {mean} % (required: {swebench_min} %)");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "agentic-accuracy-swebench", title: "Agentic accuracy swebench", specs: [SpecRevision.V1_0],
        outcomes: [AgenticScores.NotAFraction, None, Several, TooLow, TooFew, Reached], order: 770);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var accuracy = CurveAccuracy.Of(curve, targets, agenticTargets);
        if (accuracy.AgenticModel is not { Thresholds: { } thresholds } model)
        {
            yield return NotApplicable(curve, curve.IsAgentic ? AgenticScores.NoThresholds : AgenticScores.NotAgentic);
            yield break;
        }

        if (!curve.Regions.IsPresent)
        {
            yield return NotApplicable(curve, $"the regions are unknown: {curve.Regions.Reason}");
            yield break;
        }

        var bands = AccuracyBands.Match(curve, curve.Regions.Value, accuracy);
        var groups = new List<Group>();
        foreach (var point in bands.Candidates)
        {
            if (point.Results[CurveAccuracy.SweBench]?.MainMetric is not { } metric)
            {
                continue;
            }

            if (AgenticScores.Percentage(metric) is not { } percentage)
            {
                yield return AgenticScores.NotAFraction.At(
                    point.At(curve.Path, metric), ("concurrency", point.Concurrency), ("dataset", CurveAccuracy.SweBench), ("value", metric.Value));
            }
            else if (BandOf(point) is { } band)
            {
                var group = groups.Find(group => group.Band == band);
                if (group is null)
                {
                    groups.Add(group = new Group(band));
                }

                group.Scores.Add((point, metric, percentage));
            }
        }

        if (groups.Count == 0)
        {
            yield return None.At(curve.Path, ("swebench_dataset", CurveAccuracy.SweBench));
            yield break;
        }

        foreach (var group in groups.Where(group => group.Scores.Count > 1))
        {
            var (point, metric, _) = group.Scores[^1];
            yield return Several.At(
                point.At(curve.Path, metric), ("replace", AccuracyBands.Label(group.Band)), ("results_count", group.Scores.Count),
                ("listed", string.Join(", ", group.Scores.Select(score => score.Point.Concurrency))), ("swebench_dataset", CurveAccuracy.SweBench));
        }

        var mean = Mean([.. groups.Select(group => Mean([.. group.Scores.Select(score => score.Percentage)]))]);
        var outcome = mean < thresholds.SweBenchPercent ? TooLow : groups.Count == RequiredBands ? Reached : TooFew;
        var basis = string.Create(CultureInfo.InvariantCulture, $"{groups.Count} of {RequiredBands} bands");
        yield return outcome.At(
            curve.Path, ("basis", basis), ("mean", mean), ("swebench_min", thresholds.SweBenchPercent), ("targets_name", model.Name),
            ("swebench_mean_of_n", RequiredBands), ("swebench_dataset", CurveAccuracy.SweBench));

        AccuracyBand? BandOf(PointAccuracy candidate)
        {
            foreach (var band in bands.Possible(candidate.Concurrency))
            {
                return bands.FilledBy(candidate) ?? band;
            }

            return null;
        }
    }

    // Added left to right without compensation, as the reference does.
    private static double Mean(List<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Count;
    }

    private sealed class Group(AccuracyBand band)
    {
        public AccuracyBand Band { get; } = band;

        public List<(PointAccuracy Point, AccuracyMetric Metric, double Percentage)> Scores { get; } = [];
    }
}
