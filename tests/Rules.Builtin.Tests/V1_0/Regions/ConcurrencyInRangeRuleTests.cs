using MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Regions;

public sealed class ConcurrencyInRangeRuleTests : PointRuleContract<ConcurrencyInRangeRule>
{
    [TestCase(564, ExpectedResult = "pass-2")]
    [TestCase(565, ExpectedResult = "fail")]
    public string Ends_with_the_margin(int concurrency) => KeysAt(Config(384), WithConfig(384, "concurrency", concurrency));

    [TestCase("dedicated", ExpectedResult = "pass")]
    [TestCase("elected", ExpectedResult = "fail")]
    [TestCase("DEDICATED", ExpectedResult = "fail")]
    public string Exempts_dedicated_Offline_runs(string offline) => KeysAt(Config(384), WithConfig(384, $"{{concurrency: 4096, offline: {offline}}}"));

    [Test]
    public void Zero_lies_nowhere_where_C_min_is_declared()
    {
        var submission = Concurrencies.Aggregate(Clean(), (submission, point) => submission.Set(Description(point), "c_min_override", 8)).Set(Config(12), "concurrency", 0);

        Assert.That(KeysAt(Config(12), submission), Is.EqualTo("fail"));
    }

    [Test]
    public void Says_nothing_without_regions() => Assert.That(Check(Clean().Set(Description(8), "max_supported_concurrency", 20)), Is.Empty);
}
