using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class PathExistsRuleTests : PointRuleContract<PathExistsRule>
{
    [Test]
    public void Takes_whatever_is_there() => Assert.That(KeysAt(".", SubmissionBuilder.Empty(SpecRevision.V1_0)), Is.EqualTo("pass"));
}
