using MlPerf.Endpoints.Audits.Statistics;

namespace MlPerf.Endpoints.Audits.Tests.Statistics;

public sealed class RankSumTestTests
{
    // By the same formula in another language, with a complementary error function to full precision.
    [TestCase(new long[] { 1, 2, 3, 4, 5, 6, 7, 8 }, new long[] { 11, 12, 13, 14, 15, 16, 17, 18 }, 0.0004695528495585953)]
    [TestCase(new long[] { 1, 2, 2, 3, 5 }, new long[] { 2, 4, 4, 6, 7, 8 }, 0.03967184159885754)]
    [TestCase(new long[] { 11, 12, 13, 14, 15, 16, 17, 18 }, new long[] { 1, 2, 3, 4, 5, 6, 7, 8 }, 0.9996789556020677)]
    [TestCase(new long[] { 1, 3, 5, 7, 9 }, new long[] { 2, 4, 6, 8, 10 }, 0.3380516570115734)]
    public void Gives_the_probability(long[] candidates, long[] reference, double expected)
        => Assert.That(RankSumTest.ProbabilityThatSmaller(candidates, reference), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void Says_nothing_of_equal_or_absent_values()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RankSumTest.ProbabilityThatSmaller([5, 5, 5], [5, 5, 5]), Is.EqualTo(1));
            Assert.That(RankSumTest.ProbabilityThatSmaller([], [1]), Is.EqualTo(1));
        }
    }
}
