using MlPerf.Endpoints.Rules.Builtin.V0_7.Curves;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Curves;

public sealed class ConfigConsistencyModelRuleTests : BuiltinRuleContract<ConfigConsistencyModelRule>
{
    [TestCase("llama2-70b", ExpectedResult = "pass")]
    [TestCase("Llama2-70b", ExpectedResult = "warn")]
    public string Compares_exactly(string model) => Check(ReadmeSample.Clean().Set(ReadmeSample.Description, "benchmark_model", model)).Single().Key;

    [Test]
    public void Says_nothing_without_a_measured_point()
        => Assert.That(Check(ReadmeSample.Clean().Set(ReadmeSample.Description, "benchmark_model", "x").Remove($"{ReadmeSample.Model}/results").AddFolder($"{ReadmeSample.Model}/results")), Is.Empty);
}
