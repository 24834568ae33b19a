using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class WarmupSaltRuleTests : PointRuleContract<WarmupSaltRule>
{
    [TestCase("runtime_settings: {warmup: {salt: true}}", ExpectedResult = "warn")]
    [TestCase("runtime_settings: {warmup: {salt: 'yes'}}", ExpectedResult = "warn")]
    [TestCase("runtime_settings: {warmup: {salt: false}}", ExpectedResult = "")]
    [TestCase("runtime_settings: {warmup: {}}", ExpectedResult = "")]
    [TestCase("warmup: {salt: true}", ExpectedResult = "")]
    public string Reads_one_place(string yaml) => KeysAt(Config(8), WithConfig(8, yaml));
}
