using MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Metrics;

public sealed class MetricConsistencyOutputTokensRuleTests : PointRuleContract<MetricConsistencyOutputTokensRule>
{
    [TestCase(0.0, ExpectedResult = "pass")]
    [TestCase(-0.99, ExpectedResult = "pass")]
    [TestCase(1e300, ExpectedResult = "pass")]
    [TestCase(-1.0, ExpectedResult = "fail")]
    [TestCase(double.NaN, ExpectedResult = "fail")]
    [TestCase(double.PositiveInfinity, ExpectedResult = "fail")]
    [TestCase(double.NegativeInfinity, ExpectedResult = "fail")]
    public string Asks_for_a_finite_number_of_tokens(double tokens) => KeysAt(Summary(48), WithSummary(48, "output_sequence_lengths.total", tokens));

    [Test]
    public void Takes_an_absent_block_for_no_tokens()
        => Assert.That(KeysAt(Summary(48), Clean().Unset(Summary(48), "output_sequence_lengths")), Is.EqualTo("pass"));
}
