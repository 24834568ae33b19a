using System.Numerics;
using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>The accuracy results of a curve by declared concurrency, and the gates that they face.</summary>
internal sealed class CurveAccuracy
{
    /// <summary>The data set whose score agentic curves report per band.</summary>
    public const string SweBench = "swe_bench";

    private readonly Curve _curve;
    private readonly Dictionary<BigInteger, PointAccuracy> _byConcurrency = [];

    private CurveAccuracy(Curve curve, AccuracyTargets targets, AgenticTargets agenticTargets)
    {
        _curve = curve;
        AgenticModel = curve.IsAgentic ? agenticTargets.For(curve.ModelName) : null;
        SingleTurnModel = AgenticModel is null ? targets.For(curve.ModelName) : null;
        foreach (var point in curve.Points)
        {
            ParsedConcurrencies.Add(point.Concurrency);
            if (point.Config.IsDedicatedOffline)
            {
                DedicatedConcurrencies.Add(point.Concurrency);
            }

            if (point.Config.IsElectedOffline)
            {
                ElectedConcurrencies.Add(point.Concurrency);
            }
        }

        // Points whose configuration loaded come first, so that of two that declare one concurrency the others win.
        PointFolder[] folders = [.. curve.Folders.Where(folder => folder is Point), .. curve.Folders.Where(folder => folder is not Point)];
        Folders = folders;

        // From the end: the last one wins, and one whose numbers cannot be used is not there at all.
        SubmissionPath? first = null;
        var overflows = new List<OverflowAt>();
        for (var at = folders.Length - 1; at >= 0; at--)
        {
            if (folders[at].Files.Accuracy is not { Value: { } results } file || folders[at].EffectiveConcurrency is not { } concurrency)
            {
                continue;
            }

            if (!_byConcurrency.ContainsKey(concurrency))
            {
                if (OverflowIn(concurrency, results) is { } overflow)
                {
                    overflows.Add(new OverflowAt(file.Document.Path, overflow));
                    continue;
                }

                _byConcurrency.Add(concurrency, new(concurrency, file.Document.Path, results));
            }

            first = folders[at].Path;
        }

        overflows.Reverse();
        Overflows = overflows;
        Points = [.. _byConcurrency.Values];
        Array.Sort(Points, static (a, b) => a.Concurrency.CompareTo(b.Concurrency));
        ReportedPath = first is { } folder ? folder / AccuracyReader.ClientFile : null;
    }

    /// <summary>The point folders in the order in which their accuracy is read.</summary>
    public IReadOnlyList<PointFolder> Folders { get; }

    /// <summary>The results by concurrency, ascending. Of several points that declare the same concurrency the last one counts.</summary>
    public PointAccuracy[] Points { get; }

    /// <summary>The path under which single-turn findings are reported: <c>results.json</c> in the first folder that has accuracy, whether or not it exists.
    /// Null where no point has any.</summary>
    public SubmissionPath? ReportedPath { get; }

    /// <summary>The agentic model, whose gates then apply; null on a single-turn curve and for a model that they do not know.</summary>
    public AgenticModel? AgenticModel { get; }

    /// <summary>The targets of the single-turn gates; null where agentic gates apply or the model has none.</summary>
    public AccuracyModel? SingleTurnModel { get; }

    /// <summary>The concurrencies of points whose configuration loaded.</summary>
    public SortedSet<BigInteger> ParsedConcurrencies { get; } = [];

    /// <summary>The concurrencies of dedicated Offline runs.</summary>
    public HashSet<BigInteger> DedicatedConcurrencies { get; } = [];

    /// <summary>The concurrencies of points that are elected as the Offline point.</summary>
    public HashSet<BigInteger> ElectedConcurrencies { get; } = [];

    /// <summary>Numbers that a gate would have to compute with but cannot, with the files that hold them.</summary>
    public IReadOnlyList<OverflowAt> Overflows { get; }

    /// <summary>Gathers the accuracy of a curve.</summary>
    public static CurveAccuracy Of(Curve curve, AccuracyTargets targets, AgenticTargets agenticTargets) => new(curve, targets, agenticTargets);

    /// <summary>The results at a concurrency; null where there are none.</summary>
    public PointAccuracy? At(BigInteger concurrency) => _byConcurrency.GetValueOrDefault(concurrency);

    /// <summary>Whether a concurrency has results of an accuracy run, not only of the performance run.</summary>
    public bool HasAccuracyRun(BigInteger concurrency) => At(concurrency) is { Results.HasAccuracyRun: true };

    // Only a number that a gate computes with is at fault: the same file may be fine under another model's gates.
    private AccuracyOverflow? OverflowIn(BigInteger concurrency, AccuracyResults results)
    {
        if (SingleTurnModel is not null)
        {
            foreach (var entry in results.Entries)
            {
                if ((entry.CountOverflow ?? entry.MetricOverflow) is { } overflow)
                {
                    return overflow;
                }
            }
        }
        else if (AgenticModel is { Thresholds: not null })
        {
            var inline = ParsedConcurrencies.Contains(concurrency) ? results.Inline : null;
            var sweBench = _curve.Regions.IsPresent && results.HasAccuracyRun && !DedicatedConcurrencies.Contains(concurrency) ? results[SweBench] : null;
            return inline?.MetricOverflow ?? sweBench?.MetricOverflow;
        }

        return null;
    }

    /// <param name="File">The file that holds the number.</param>
    /// <param name="Overflow">The number.</param>
    public sealed record OverflowAt(SubmissionPath File, AccuracyOverflow Overflow);
}
