using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Metrics;

public sealed class MetricConsistencyAccountingRuleTests : PointRuleContract<MetricConsistencyAccountingRule>
{
    [TestCase("100", "100", "0", ExpectedResult = "pass")]
    [TestCase("100", "97", "3", ExpectedResult = "pass")]
    [TestCase("100", "100", "3", ExpectedResult = "fail")]
    [TestCase("100", "99", "0", ExpectedResult = "fail")]
    [TestCase("100", "101", "-1", ExpectedResult = "pass")]
    [TestCase("1", "0", "0", ExpectedResult = "fail")]
    [TestCase("0", "7", "0", ExpectedResult = "")]
    [TestCase("-1", "7", "0", ExpectedResult = "")]
    [TestCase("100000000000000000000001", "100000000000000000000000", "1", ExpectedResult = "pass")]
    [TestCase("100000000000000000000001", "100000000000000000000000", "0", ExpectedResult = "fail")]
    public string Adds_up_exactly(string issued, string completed, string failed)
        => KeysAt(Summary(48), WithSummary(48, "n_samples_issued", Count(issued)).Set(Summary(48), "n_samples_completed", Count(completed)).Set(Summary(48), "n_samples_failed", Count(failed)));

    [Test]
    public void Does_not_judge_a_summary_that_counts_nothing_as_issued()
        => Assert.That(KeysAt(Summary(48), Clean().Unset(Summary(48), "n_samples_issued")), Is.Empty);

    [Test]
    public void Names_all_counts()
        => Assert.That(
            At(Summary(48), WithSummary(48, """{"n_samples_issued": 100, "n_samples_completed": 98, "n_samples_failed": 1}""")).Single().Message,
            Does.Contain("98").And.Contain("99").And.Contain("100"));

    private static BigInteger Count(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);
}
