using System.Globalization;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>There is an accuracy run in each of four bands of concurrency and at the Offline point, and no other (policy §4.3, §5.3).</summary>
/// <remarks>The score of the performance run itself is no accuracy run. Points whose configuration is unreadable count.</remarks>
public sealed class AccuracyCoverageRule(AccuracyTargets targets, AgenticTargets agenticTargets) : ComplianceRule<Curve>
{
    // The four bands, and on single-turn curves the Offline point.
    private const int RequiredRuns = 5;
    private const int RequiredRunsAgentic = 4;

    private static readonly Outcome Missing = Outcome.Error(
        key: "missing-bands",
        spec: "§4.3, §5.3",
        message: "no accuracy run stands for {bands}; {value} are required, one for each band{offline}",
        fix: "Run the accuracy data sets at one point of each band, and keep the results beside the point in accuracy_results.json.");

    private static readonly Outcome Surplus = Outcome.Error(
        key: "extra-results",
        spec: "§4.3, §5.3",
        message: "the accuracy runs at concurrency {listed} stand for no band; exactly {value} are expected, one for each band{offline}",
        fix: "Remove the accuracy results of the points that are not required.");

    private static readonly Outcome OfflineMissing = Outcome.Error(
        key: "fail",
        spec: "§4.3, §5.3",
        message: "the Offline point at concurrency {concurrency} has no accuracy run",
        fix: "Run the accuracy data sets at the Offline point.");

    private static readonly Outcome Covered = Outcome.Pass(
        key: "pass", spec: "§4.3, §5.3", message: "an accuracy run stands for each band ({accuracy_by_point_count} points have accuracy results, {value} are required)");

    private static readonly Outcome OfflineCovered = Outcome.Pass(
        key: "pass-2", spec: "§4.3, §5.3", message: "the Offline point at concurrency {concurrency} has an accuracy run");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-coverage", title: "Accuracy at the mandatory points", specs: [SpecRevision.V1_0],
        outcomes: [Missing, Surplus, Covered, OfflineMissing, OfflineCovered], order: 740);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (!curve.Regions.IsPresent)
        {
            yield return NotApplicable(curve, $"the regions are unknown: {curve.Regions.Reason}");
            yield break;
        }

        var accuracy = CurveAccuracy.Of(curve, targets, agenticTargets);
        var bands = AccuracyBands.Match(curve, curve.Regions.Value, accuracy);
        var (required, offline) = curve.IsAgentic ? (RequiredRunsAgentic, "") : (RequiredRuns, " and one at the Offline point");

        var missing = bands.Unfilled;
        if (missing.Count > 0)
        {
            yield return Missing.At(curve.Path, ("bands", string.Join(", ", missing)), ("value", required), ("offline", offline));
        }

        var surplus = bands.Candidates.Where(candidate => bands.FilledBy(candidate) is null && !accuracy.ElectedConcurrencies.Contains(candidate.Concurrency)).ToList();
        if (surplus.Count > 0)
        {
            yield return Surplus.At(PlaceOf(surplus[0]).ReportedAt(curve.Path), ("listed", string.Join(", ", surplus.Select(point => point.Concurrency.ToString(CultureInfo.InvariantCulture)))), ("value", required), ("offline", offline));
        }

        if (missing.Count == 0 && surplus.Count == 0)
        {
            yield return Covered.At(curve.Path, ("accuracy_by_point_count", accuracy.Points.Length), ("value", required));
        }

        foreach (var point in curve.OfflinePoints)
        {
            yield return accuracy.HasAccuracyRun(point.Concurrency)
                ? OfflineCovered.At(curve.Path, ("concurrency", point.Concurrency))
                : OfflineMissing.At(new Place(curve.Path, point.ConfigFile.Document.Path), ("concurrency", point.Concurrency));
        }
    }

    private static Place PlaceOf(PointAccuracy point) => new(null, point.File, point.Results.Entries[0].Location, point.Results.Entries[0].Pointer);
}
