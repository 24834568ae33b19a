using MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Points;

public sealed class RegionDeclaredRuleTests : BuiltinRuleContract<RegionDeclaredRule>
{
    [TestCase("high_throughput", ExpectedResult = "pass")]
    [TestCase("submitters_choice", ExpectedResult = "pass")]
    [TestCase("med_throughput", ExpectedResult = "warn")]
    [TestCase("high-throughput", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "fail")]
    [TestCase("low_concurrency", ExpectedResult = "fail")]
    public string Takes_five_words_and_compares_the_region(string region)
        => Check(ReleaseSample.Clean().Set(ReleaseSample.Point(256), "region", region)).Single(result => result.Path == ReleaseSample.Point(256)).Key;

    [Test]
    public void Does_not_compare_where_the_concurrency_is_out_of_range()
        => Assert.That(
            Check(ReleaseSample.WithConcurrency(9999).Set(ReleaseSample.Point(256), "region", "low_latency")).Single(result => result.Path == ReleaseSample.Point(256)).Key,
            Is.EqualTo("pass"));

    [Test]
    public void Asks_no_point_that_declares_none()
        => Assert.That(Check(ReleaseSample.Clean().Unset(ReleaseSample.Point(256), "region")).Select(result => result.Path), Does.Not.Contain(ReleaseSample.Point(256)));

    [Test]
    public void Names_the_computed_region_with_its_bounds()
        => Assert.That(
            Check(ReleaseSample.Clean().Set(ReleaseSample.Point(256), "region", "low_latency")).Single(result => result.Key == "warn").Message,
            Is.EqualTo("region is low_latency, but concurrency 256 lies in high_throughput (94–564)"));
}
