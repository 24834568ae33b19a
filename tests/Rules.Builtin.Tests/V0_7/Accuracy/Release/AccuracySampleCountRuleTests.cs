using MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Release;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Accuracy.Release;

public sealed class AccuracySampleCountRuleTests : BuiltinRuleContract<AccuracySampleCountRule>
{
    [TestCase("13368", ExpectedResult = "pass")]
    [TestCase("13367", ExpectedResult = "fail")]
    [TestCase("13368.9", ExpectedResult = "pass")]
    [TestCase("13367.9", ExpectedResult = "fail")]
    [TestCase("\" 13_368 \"", ExpectedResult = "pass")]
    [TestCase("\"13368.0\"", ExpectedResult = null)]
    [TestCase("null", ExpectedResult = null)]
    [TestCase("NaN", ExpectedResult = null)]
    [TestCase("[1]", ExpectedResult = null)]
    [TestCase("true", ExpectedResult = "fail")]
    [TestCase("Infinity", ExpectedResult = "not-finite")]
    public string? Reads_a_count_as_Python_does(string count)
        => Check(ReleaseSample.Clean().Write(ReleaseSample.Accuracy, $$$"""{"cnn_dailymail": {"num_samples": {{{count}}}}}""")).SingleOrDefault()?.Key;

    [Test]
    public void Gives_one_result_a_data_set()
        => Assert.That(
            Check(ReleaseSample.Clean().Write(ReleaseSample.Accuracy, """{"a": {"num_samples": 1}, "b": {"num_samples": 20000}, "c": {}}""")).Select(result => (result.Key, result.Pointer)),
            Is.EqualTo(((string, string?)[])[("fail", "/a/num_samples"), ("pass", null)]));

    [Test]
    public void Does_not_judge_an_unknown_model()
        => Assert.That(Check(ReleaseSample.Clean().Copy(ReleaseSample.Model, $"{ReleaseSample.System}/qwen3-32b").Remove(ReleaseSample.Model)), Is.Empty);
}
