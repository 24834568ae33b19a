using MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Metrics;

public sealed class MetricConsistencyOutputTokensRuleTests : BuiltinRuleContract<MetricConsistencyOutputTokensRule>
{
    [TestCase(0.0, ExpectedResult = "pass")]
    [TestCase(-0.5, ExpectedResult = "pass")]
    [TestCase(-1.0, ExpectedResult = "fail")]
    [TestCase(double.NaN, ExpectedResult = "not-finite")]
    [TestCase(double.PositiveInfinity, ExpectedResult = "not-finite")]
    [TestCase(double.NegativeInfinity, ExpectedResult = "not-finite")]
    public string Cuts_the_fraction_and_asks_for_a_count(double total)
        => Check(ReleaseSample.Clean().Set(ReleaseSample.Summary(8), "output_sequence_lengths.total", total)).Single(result => result.Path == ReleaseSample.Summary(8)).Key;

    [Test]
    public void Points_at_the_total()
        => Assert.That(
            Check(ReleaseSample.Clean().Set(ReleaseSample.Summary(8), "output_sequence_lengths.total", -7)).Single(result => result.Key == "fail").Pointer,
            Is.EqualTo("/output_sequence_lengths/total"));
}
