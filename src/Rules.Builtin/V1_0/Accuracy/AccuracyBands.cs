using System.Numerics;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>Which accuracy run of a curve stands for which band (policy §4.3, §5.3).</summary>
/// <remarks>Each band takes at most one run, each run fills at most one band. Runs are placed in order; one that finds its bands taken makes their holders
/// move, if they can. A holder never drops out. Which run is left over depends on that order, so it is kept exactly.</remarks>
internal sealed class AccuracyBands
{
    private static readonly AccuracyBand[] All = [AccuracyBand.UltraLow, AccuracyBand.Low, AccuracyBand.Medium, AccuracyBand.High];

    private readonly RegionLayout _regions;
    private readonly BigInteger _ultraLowLimit;
    private readonly PointAccuracy?[] _holders = new PointAccuracy?[All.Length];

    private AccuracyBands(RegionLayout regions, BigInteger ultraLowLimit, List<PointAccuracy> candidates)
    {
        _regions = regions;
        _ultraLowLimit = ultraLowLimit;
        Candidates = candidates;
        foreach (var candidate in candidates)
        {
            Place(candidate, new bool[All.Length]);
        }
    }

    /// <summary>The points that carry an accuracy run, dedicated Offline runs apart: by concurrency, ascending, the elected Offline point last.</summary>
    public IReadOnlyList<PointAccuracy> Candidates { get; }

    /// <summary>The names of the bands without a run, in order.</summary>
    public List<string> Unfilled
    {
        get
        {
            var names = new List<string>();
            foreach (var band in All)
            {
                if (_holders[(int)band] is null)
                {
                    names.Add(Label(band));
                }
            }

            return names;
        }
    }

    /// <summary>Matches the accuracy runs of a curve with the bands.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="regions">Its regions.</param>
    /// <param name="accuracy">Its accuracy.</param>
    public static AccuracyBands Match(Curve curve, RegionLayout regions, CurveAccuracy accuracy)
    {
        var (candidates, last) = (new List<PointAccuracy>(), new List<PointAccuracy>());
        foreach (var point in accuracy.Points)
        {
            if (point.Results.HasAccuracyRun && !accuracy.DedicatedConcurrencies.Contains(point.Concurrency))
            {
                (accuracy.ElectedConcurrencies.Contains(point.Concurrency) ? last : candidates).Add(point);
            }
        }

        candidates.AddRange(last);
        return new AccuracyBands(regions, curve.UltraLowLimit, candidates);
    }

    /// <summary>The band's name for messages.</summary>
    public static string Label(AccuracyBand band) => band switch
    {
        AccuracyBand.UltraLow => "Ultra Low Concurrency",
        AccuracyBand.Low => "Low Concurrency",
        AccuracyBand.Medium => "Medium Concurrency",
        _ => "High Concurrency",
    };

    /// <summary>The band that a run fills; null where it is left over.</summary>
    public AccuracyBand? FilledBy(PointAccuracy candidate)
    {
        foreach (var band in All)
        {
            if (ReferenceEquals(_holders[(int)band], candidate))
            {
                return band;
            }
        }

        return null;
    }

    /// <summary>The bands that a run may fill, in order of preference.</summary>
    public IEnumerable<AccuracyBand> Possible(BigInteger concurrency)
    {
        if (concurrency >= 1 && concurrency <= _ultraLowLimit)
        {
            yield return AccuracyBand.UltraLow;
        }

        switch (_regions.Classify(concurrency)?.Name)
        {
            case RegionNames.LowConcurrency:
                yield return AccuracyBand.Low;
                break;
            case RegionNames.MedConcurrency:
                yield return AccuracyBand.Medium;
                break;
            case RegionNames.HighConcurrency:
                yield return AccuracyBand.High;
                break;
            default:
                break;
        }
    }

    // As deep as there are bands: each level marks one.
    private bool Place(PointAccuracy candidate, bool[] visited)
    {
        foreach (var band in Possible(candidate.Concurrency))
        {
            if (visited[(int)band])
            {
                continue;
            }

            visited[(int)band] = true;
            if (_holders[(int)band] is not { } holder || Place(holder, visited))
            {
                _holders[(int)band] = candidate;
                return true;
            }
        }

        return false;
    }
}
