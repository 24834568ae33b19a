using MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Metrics;

public sealed class MetricConsistencyTpotP90RuleTests : PointRuleContract<MetricConsistencyTpotP90Rule>
{
    [TestCase("90")]
    [TestCase("90.0")]
    [TestCase(" 9e1 ")]
    [TestCase("9_0")]
    [TestCase("٩٠")]
    public void Finds_the_percentile_under_any_spelling(string key)
        => Assert.That(KeysAt(Summary(48), WithSummary(48, $$"""{"tpot": {"percentiles": {"90.0": null, "{{key}}": 1000000} } }""")), Is.EqualTo("pass"));

    [TestCase(1e-300, ExpectedResult = "pass")]
    [TestCase(double.Epsilon, ExpectedResult = "fail-2")]
    [TestCase(0.0, ExpectedResult = "fail-2")]
    [TestCase(-1.0, ExpectedResult = "fail-2")]
    [TestCase(double.NaN, ExpectedResult = "fail-2")]
    [TestCase(double.PositiveInfinity, ExpectedResult = "fail-2")]
    public string Asks_for_a_positive_finite_number_of_milliseconds(double p90Ns)
        => KeysAt(Summary(48), Clean().Unset(Summary(48), "tpot").Set(Summary(48), "tpot.percentiles.90", p90Ns));

    [Test]
    public void Misses_the_percentile()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Summary(48), Clean().Unset(Summary(48), "tpot")), Is.EqualTo("fail"));
            Assert.That(KeysAt(Summary(48), WithSummary(48, """{"tpot": {"percentiles": {"90.0": null, "90.1": 1000000}}}""")), Is.EqualTo("fail"));
        }
    }

    [Test]
    public void Exempts_dedicated_Offline_runs_but_not_elected_ones()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Summary(512), WithConfig(512, "offline", "dedicated").Unset(Summary(512), "tpot")), Is.EqualTo("exempt"));
            Assert.That(KeysAt(Summary(512), Clean().Unset(Summary(512), "tpot")), Is.EqualTo("fail"));
        }
    }
}
