using MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Metrics;

public sealed class MetricConsistencyTpsPerUserRuleTests : PointRuleContract<MetricConsistencyTpsPerUserRule>
{
    // 10 ms a token: 100 tokens/s.
    [TestCase("101", ExpectedResult = "pass")]
    [TestCase("101.00000000000001", ExpectedResult = "fail")]
    [TestCase("99", ExpectedResult = "pass")]
    [TestCase("98.99999999999999", ExpectedResult = "fail")]
    [TestCase("null", ExpectedResult = "pass")]
    [TestCase("NaN", ExpectedResult = "pass")]
    [TestCase("\"100\"", ExpectedResult = "pass")]
    [TestCase("\"quick\"", ExpectedResult = "fail")]
    [TestCase("[]", ExpectedResult = "fail")]
    public string Allows_one_percent(string stored) => KeysAt(Summary(48), Stored(stored));

    [Test]
    public void Says_nothing_of_a_dedicated_Offline_run()
        => Assert.That(KeysAt(Summary(512), WithConfig(512, "offline", "dedicated").Set(Summary(512), "tps_per_user", 1)), Is.Empty);

    [TestCase("0")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    public void Says_nothing_where_the_percentile_is_unusable(string p90)
        => Assert.That(KeysAt(Summary(48), WithSummary(48, $$"""{"tps_per_user": 1, "tpot": {"percentiles": {"90.0": {{p90}} } } }""")), Is.Empty);

    [Test]
    public void Says_nothing_where_the_percentile_is_missing()
        => Assert.That(KeysAt(Summary(48), Stored("1").Unset(Summary(48), "tpot")), Is.Empty);

    private static SubmissionBuilder Stored(string json) => WithSummary(48, $$"""{"tps_per_user": {{json}}, "tpot": {"percentiles": {"90.0": 10000000 } } }""");
}
