using MlPerf.Endpoints.Audits.Evidence;

namespace MlPerf.Endpoints.Audits.Statistics;

/// <summary>Evidence of reused answers beyond the rule of rates: what single requests of the two phases show. Warnings only.</summary>
/// <remarks>Two questions are asked before a warning is given: whether the difference is beyond chance (rank-sum test at <see cref="Level"/>), and whether it is
/// large (<see cref="LeastSpeedup"/>), for with thousands of requests any trifle is beyond chance. docs/audits.md shows which kind of server is seen by which.</remarks>
public static class CachingObservations
{
    /// <summary>The level of the rank-sum test: one false alarm in a thousand comparisons.</summary>
    public const double Level = 0.001;

    /// <summary>The factor by which a median must be lower.</summary>
    public const double LeastSpeedup = 1.25;

    /// <summary>The fewest requests of a phase that are compared.</summary>
    public const int FewestSamples = 8;

    // A repeat that takes half of what the first one took did not do the same work.
    private const double RepeatSpeedup = 2;

    // Streamed over less than this share of its latency, an answer was there before it was asked for token by token.
    private const double WholeShare = 0.02;
    private const long LeastLatencyNs = 1_000_000;

    // Requests that end together within this share of their latency ended by one computation.
    private const double TogetherShare = 0.01;
    private const double CoalescedShare = 0.9;

    /// <summary>Looks at both phases.</summary>
    /// <param name="referenceLabel">The label of the phase of distinct samples.</param>
    /// <param name="reference">Its requests.</param>
    /// <param name="auditLabel">The label of the fixed-sample phase.</param>
    /// <param name="audit">Its requests.</param>
    /// <returns>Warnings, ids, in the order of <see cref="AuditWarnings"/>.</returns>
    public static IEnumerable<string> Look(string referenceLabel, PhaseEvents reference, string auditLabel, PhaseEvents audit)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(audit);

        // Where everything is in flight at once, latency grows with the place in the queue: only equal places are compared.
        var places = Math.Min(reference.Samples.Count, audit.Samples.Count);
        if (IsShifted(reference, audit, places, static sample => sample.LatencyNs))
        {
            yield return AuditWarnings.LatencyShift;
        }

        if (IsShifted(reference, audit, places, static sample => sample.TtftNs))
        {
            yield return AuditWarnings.TtftShift;
        }

        if (AreRepeatsFaster(audit))
        {
            yield return AuditWarnings.RepeatsFasterThanFirst;
        }

        if (IsCoalesced(audit) && !IsCoalesced(reference))
        {
            yield return AuditWarnings.AnswersCoalesced;
        }

        foreach (var (label, phase) in new[] { (referenceLabel, reference), (auditLabel, audit) })
        {
            if (ArriveWhole(phase))
            {
                yield return AuditWarnings.Of(AuditWarnings.AnswersArriveWhole, label);
            }
        }
    }

    private static bool IsShifted(PhaseEvents reference, PhaseEvents audit, int places, Func<EventSample, long?> value)
    {
        var expected = Values(reference.Samples.Take(places), value);
        var actual = Values(audit.Samples.Take(places), value);
        return expected.Count >= FewestSamples && actual.Count >= FewestSamples
            && Median(actual) * LeastSpeedup <= Median(expected)
            && RankSumTest.ProbabilityThatSmaller(actual, expected) < Level;
    }

    // Those issued after the first answer was known could be served from it; those before could not.
    private static bool AreRepeatsFaster(PhaseEvents audit)
    {
        if (audit.Samples.FirstOrDefault(sample => sample.LatencyNs is not null) is not { CompletedNs: { } known, LatencyNs: { } first })
        {
            return false;
        }

        var later = Values(audit.Samples.Where(sample => sample.IssuedNs >= known), static sample => sample.LatencyNs);
        return later.Count >= FewestSamples && Median(later) * RepeatSpeedup <= first;
    }

    // Requests that were issued while another was in flight, yet ended with it.
    private static bool IsCoalesced(PhaseEvents phase)
    {
        var answered = phase.Samples.Where(sample => sample.LatencyNs is not null).OrderBy(sample => sample.CompletedNs).ToList();
        if (answered.Count < FewestSamples)
        {
            return false;
        }

        var together = 0;
        for (var index = 1; index < answered.Count; index++)
        {
            var (previous, current) = (answered[index - 1], answered[index]);
            var overlap = current.IssuedNs < previous.CompletedNs;
            together += overlap && current.CompletedNs - previous.CompletedNs <= TogetherShare * current.LatencyNs ? 1 : 0;
        }

        return together >= CoalescedShare * (answered.Count - 1);
    }

    private static bool ArriveWhole(PhaseEvents phase)
    {
        var streamed = phase.Samples.Where(sample => sample is { LatencyNs: >= LeastLatencyNs, TtftNs: not null, HasFurtherChunks: true }).ToList();
        if (streamed.Count < FewestSamples)
        {
            return false;
        }

        var shares = streamed.Select(sample => Math.Max(0, (double)(sample.LatencyNs!.Value - sample.TtftNs!.Value) / sample.LatencyNs.Value)).Order().ToList();
        return shares[shares.Count / 2] < WholeShare;
    }

    private static List<long> Values(IEnumerable<EventSample> samples, Func<EventSample, long?> value)
        => [.. samples.Select(value).Where(number => number is not null).Select(number => number!.Value)];

    private static double Median(List<long> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
