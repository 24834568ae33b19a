using MlPerf.Endpoints.Audits.Runner.Metrics;

namespace MlPerf.Endpoints.Audits.Tests.Metrics;

public sealed class ValueSeriesTests
{
    [TestCase(1, 1000)]
    [TestCase(511, 10)]
    [TestCase(513, 1_000_000)]
    [TestCase(10_752, 7)]
    [TestCase(50_000, 100)]
    [TestCase(100_003, 1_000_000_000)]
    public void Ranks_values_of_many_blocks_as_a_sorted_list_does(int count, int most)
    {
        var random = new Random(count);
        var series = new ValueSeries<long>();
        var expected = new List<long>();
        for (var index = 0; index < count; index++)
        {
            var value = random.NextInt64(most);
            series.Add(value);
            expected.Add(value);
        }

        series.Sort();
        expected.Sort();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(series.Count, Is.EqualTo(count));
            Assert.That(series.Least, Is.EqualTo(expected[0]));
            Assert.That(series.Greatest, Is.EqualTo(expected[^1]));
            for (var part = 0; part <= 100; part++)
            {
                var rank = (int)((long)(count - 1) * part / 100);
                Assert.That(series.Ranked(rank), Is.EqualTo(expected[rank]), $"rank {rank}");
            }
        }
    }

    [Test]
    public void May_grow_after_it_was_sorted()
    {
        var series = new ValueSeries<double>();
        foreach (var value in (double[])[3, 1, 2])
        {
            series.Add(value);
        }

        series.Sort();
        series.Add(0.5);
        series.Sort();

        Assert.That(Enumerable.Range(0, 4).Select(series.Ranked), Is.EqualTo(new[] { 0.5, 1, 2, 3 }));
    }
}
