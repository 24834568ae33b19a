using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class StreamingConfigRuleTests : PointRuleContract<StreamingConfigRule>
{
    [TestCase(true, ExpectedResult = "true")]
    [TestCase(false, ExpectedResult = "false")]
    public string Records_what_is_stated(bool streams)
    {
        var result = At(Config(8), WithConfig(8, "runtime_settings.stream_all_chunks", streams)).Single();

        Assert.That(result.Passed, Is.True);
        return result.Message[(result.Message.LastIndexOf(' ') + 1)..];
    }
}
