using MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Metrics;

public sealed class MetricConsistencyDurationRuleTests : PointRuleContract<MetricConsistencyDurationRule>
{
    [TestCase(1.0, ExpectedResult = "pass")]
    [TestCase(double.Epsilon, ExpectedResult = "pass")]
    [TestCase(double.PositiveInfinity, ExpectedResult = "pass")]
    [TestCase(double.NaN, ExpectedResult = "pass")]
    [TestCase(0.0, ExpectedResult = "fail")]
    [TestCase(-0.0, ExpectedResult = "fail")]
    [TestCase(-1.0, ExpectedResult = "fail")]
    [TestCase(double.NegativeInfinity, ExpectedResult = "fail")]
    public string Asks_for_more_than_nothing(double durationNs) => KeysAt(Summary(48), WithSummary(48, "duration_ns", durationNs));

    [Test]
    public void Points_at_the_figure()
        => Assert.That(At(Summary(48), WithSummary(48, "duration_ns", 0)).Single().Pointer, Is.EqualTo("/duration_ns"));
}
