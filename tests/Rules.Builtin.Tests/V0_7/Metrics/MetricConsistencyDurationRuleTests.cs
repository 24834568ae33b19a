using MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Metrics;

public sealed class MetricConsistencyDurationRuleTests : BuiltinRuleContract<MetricConsistencyDurationRule>
{
    [TestCase(1e-3, ExpectedResult = "pass")]
    [TestCase(0.0, ExpectedResult = "fail")]
    [TestCase(-1.0, ExpectedResult = "fail")]
    [TestCase(double.NaN, ExpectedResult = "pass")]
    public string Asks_for_a_positive_duration(double durationNs)
        => Check(ReleaseSample.Clean().Set(ReleaseSample.Summary(8), "duration_ns", durationNs)).Single(result => result.Path == ReleaseSample.Summary(8)).Key;
}
