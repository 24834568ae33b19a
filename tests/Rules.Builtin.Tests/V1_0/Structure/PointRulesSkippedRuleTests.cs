using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class PointRulesSkippedRuleTests : PointRuleContract<PointRulesSkippedRule>
{
    [Test]
    public void Names_points_without_a_usable_configuration()
        => Assert.That(
            Check(Clean().Remove(Config(8)).Write(Config(48), "{}").AddFolder(Folder(600)).Remove(Summary(12))).Select(result => result.Path),
            Is.EqualTo(new[] { Config(8), Config(48), Config(600) }));
}
