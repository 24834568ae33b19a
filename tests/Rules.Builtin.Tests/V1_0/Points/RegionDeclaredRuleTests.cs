using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class RegionDeclaredRuleTests : PointRuleContract<RegionDeclaredRule>
{
    [TestCase("low_latency", ExpectedResult = "pass")]
    [TestCase("low_concurrency", ExpectedResult = "pass")]
    [TestCase("med_concurrency", ExpectedResult = "pass")]
    [TestCase("high_concurrency", ExpectedResult = "pass")]
    [TestCase("margin", ExpectedResult = "pass")]
    [TestCase("submitters_choice", ExpectedResult = "pass")]
    [TestCase("high_throughput", ExpectedResult = "fail")]
    [TestCase("Margin", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "fail")]
    [TestCase(null, ExpectedResult = "")]
    public string Knows_six_words(string? region) => KeysAt(Config(8), WithConfig(8, "region", region));

    [Test]
    public void Judges_the_word_where_the_regions_are_unknown()
        => Assert.That(KeysAt(Config(8), Clean().Set(Description(8), "max_supported_concurrency", 20)), Is.EqualTo("pass"));
}
