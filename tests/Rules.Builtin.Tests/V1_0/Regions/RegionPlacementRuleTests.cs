using MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Regions;

public sealed class RegionPlacementRuleTests : PointRuleContract<RegionPlacementRule>
{
    [TestCase("low_latency", ExpectedResult = "pass")]
    [TestCase("low_concurrency", ExpectedResult = "warn")]
    [TestCase("somewhere", ExpectedResult = "warn")]
    [TestCase("", ExpectedResult = "warn")]
    [TestCase("submitters_choice", ExpectedResult = "")]
    [TestCase(null, ExpectedResult = "")]
    public string Compares_a_declared_region(string? region) => KeysAt(Config(8), WithConfig(8, "region", region));

    [TestCase(564, ExpectedResult = "warn")]
    [TestCase(565, ExpectedResult = "")]
    public string A_dedicated_run_is_compared_where_it_lies_in_reach(int concurrency) => KeysAt(Config(384), WithConfig(384, $"{{concurrency: {concurrency}, offline: dedicated, region: high_concurrency}}"));

    [Test]
    public void Names_both_regions()
    {
        var result = At(Config(8), WithConfig(8, "region", "margin")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Does.Contain("margin").And.Contain("low_latency"));
            Assert.That(result.Pointer, Is.EqualTo("/region"));
        }
    }
}
