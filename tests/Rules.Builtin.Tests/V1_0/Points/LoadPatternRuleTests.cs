using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class LoadPatternRuleTests : PointRuleContract<LoadPatternRule>
{
    [TestCase("concurrency", ExpectedResult = "pass-2")]
    [TestCase("agentic_inference", ExpectedResult = "pass-2")]
    [TestCase("Concurrency", ExpectedResult = "fail")]
    [TestCase("max_throughput", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "fail")]
    public string Knows_two_patterns(string pattern) => KeysAt(Config(8), WithConfig(8, "runtime_settings.load_pattern", pattern));

    [TestCase(1, ExpectedResult = "pass-2")]
    [TestCase(0, ExpectedResult = "fail-2")]
    [TestCase(-1, ExpectedResult = "fail-2")]
    public string Asks_for_at_least_one_request(int concurrency) => KeysAt(Config(8), WithConfig(8, "concurrency", concurrency));

    [Test]
    public void Takes_the_default_where_nothing_is_stated()
        => Assert.That(KeysAt(Config(8), Clean().Unset(Config(8), "runtime_settings.load_pattern")), Is.EqualTo("pass-2"));

    [Test]
    public void Judges_the_pattern_before_the_concurrency()
        => Assert.That(KeysAt(Config(8), WithConfig(8, "{concurrency: 0, runtime_settings: {load_pattern: poisson}}")), Is.EqualTo("fail"));

    [Test]
    public void Exempts_dedicated_Offline_runs_from_both_but_not_elected_ones()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Config(512), WithConfig(512, "{offline: dedicated, concurrency: 0, runtime_settings: {load_pattern: poisson}}")), Is.EqualTo("pass"));
            Assert.That(KeysAt(Config(512), WithConfig(512, "{offline: elected, runtime_settings: {load_pattern: poisson}}")), Is.EqualTo("fail"));
        }
    }

    [Test]
    public void Points_at_the_pattern()
        => Assert.That(At(Config(8), WithConfig(8, "runtime_settings.load_pattern", "poisson")).Single().Pointer, Is.EqualTo("/runtime_settings/load_pattern"));
}
