using MathNet.Numerics.Distributions;

namespace MlPerf.Endpoints.Audits.Statistics;

/// <summary>The Mann–Whitney–Wilcoxon rank-sum test: whether values of one sample tend to be smaller than those of another.</summary>
/// <remarks>Normal approximation with correction for ties and continuity; sound from about eight values a side. It compares ranks, so a few outliers do not carry it.</remarks>
public static class RankSumTest
{
    /// <summary>The probability of seeing <paramref name="candidates"/> this much smaller than <paramref name="reference"/> if both came from one distribution.</summary>
    public static double ProbabilityThatSmaller(IReadOnlyList<long> candidates, IReadOnlyList<long> reference)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(reference);
        double n = candidates.Count, m = reference.Count;
        if (n == 0 || m == 0)
        {
            return 1;
        }

        var all = new (long Value, bool IsCandidate)[candidates.Count + reference.Count];
        for (var index = 0; index < all.Length; index++)
        {
            all[index] = index < candidates.Count ? (candidates[index], true) : (reference[index - candidates.Count], false);
        }

        Array.Sort(all, static (a, b) => a.Value.CompareTo(b.Value));
        var (rankSum, ties) = (0.0, 0.0);
        for (var first = 0; first < all.Length;)
        {
            var last = first;
            var tied = 0;
            while (last < all.Length && all[last].Value == all[first].Value)
            {
                tied += all[last++].IsCandidate ? 1 : 0;
            }

            double size = last - first;
            rankSum += tied * (first + 1 + last) / 2.0;
            ties += (size * size * size) - size;
            first = last;
        }

        var total = n + m;
        var u = rankSum - (n * (n + 1) / 2);
        var variance = n * m / 12 * (total + 1 - (ties / (total * (total - 1))));
        return variance <= 0 ? 1 : Normal.CDF(n * m / 2, Math.Sqrt(variance), u + 0.5);
    }
}
