using MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Metrics;

public sealed class PointDurationRuleTests : BuiltinRuleContract<PointDurationRule>
{
    [TestCase(32, 600_000.0, ExpectedResult = "pass")]
    [TestCase(32, 599_999.999, ExpectedResult = "warn")]
    [TestCase(33, 1_200_000.0, ExpectedResult = "pass")]
    [TestCase(33, 1_199_999.999, ExpectedResult = "warn")]
    [TestCase(564, 1_200_000.0, ExpectedResult = "pass")]
    [TestCase(564, 600_000.0, ExpectedResult = "warn")]
    [TestCase(564, double.NaN, ExpectedResult = "pass")]
    public string Judges_at_the_limit_of_the_region(int concurrency, double durationMs)
        => Check(ReleaseSample.WithConcurrency(concurrency).Set(ReleaseSample.Summary(concurrency), "duration_ns", durationMs * 1e6))
            .Where(result => result.Path == ReleaseSample.Summary(concurrency)).Select(result => result.Key).Distinct().Single();

    [Test]
    public void Does_not_care_what_the_point_declares()
        => Assert.That(
            Check(ReleaseSample.Clean().Set(ReleaseSample.Point(256), "region", "low_latency").Set(ReleaseSample.Point(256), "runtime_settings.min_duration_ms", 1).Set(ReleaseSample.Summary(256), "duration_ns", 600e9))
                .Single(result => result.Path == ReleaseSample.Summary(256)).Key,
            Is.EqualTo("warn"));

    [Test]
    public void Says_nothing_of_a_point_out_of_range()
        => Assert.That(Check(ReleaseSample.WithConcurrency(565)).Select(result => result.Path), Does.Not.Contain(ReleaseSample.Summary(565)));

    [Test]
    public void Names_region_duration_and_minimum()
    {
        var result = Check(ReleaseSample.Clean().Set(ReleaseSample.Summary(36), "duration_ns", 900_000_000_000L)).Single(result => result.Key == "warn");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Is.EqualTo("the run at concurrency 36 (low_throughput, 33–40) lasts 900000 ms, at least 1200000 ms are expected"));
            Assert.That(result.Pointer, Is.EqualTo("/duration_ns"));
        }
    }
}
