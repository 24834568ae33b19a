using MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Points;

public sealed class StreamingConfigRuleTests : BuiltinRuleContract<StreamingConfigRule>
{
    [TestCase(true, ExpectedResult = "pass")]
    [TestCase(1, ExpectedResult = "pass")]
    [TestCase("yes", ExpectedResult = "pass")]
    [TestCase(false, ExpectedResult = "fail")]
    [TestCase("Off", ExpectedResult = "fail")]
    public string Asks_for_streaming(object streams)
        => Check(ReleaseSample.Clean().Set(ReleaseSample.Point(8), "runtime_settings.stream_all_chunks", streams)).Single(result => result.Path == ReleaseSample.Point(8)).Key;

    [Test]
    public void Points_at_the_field()
        => Assert.That(
            Check(ReleaseSample.Clean().Set(ReleaseSample.Point(8), "runtime_settings.stream_all_chunks", false)).Single(result => result.Key == "fail").Pointer,
            Is.EqualTo("/runtime_settings/stream_all_chunks"));
}
