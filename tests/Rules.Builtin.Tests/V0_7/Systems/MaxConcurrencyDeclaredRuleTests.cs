using MlPerf.Endpoints.Rules.Builtin.V0_7.Systems;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Systems;

public sealed class MaxConcurrencyDeclaredRuleTests : BuiltinRuleContract<MaxConcurrencyDeclaredRule>
{
    [Test]
    public void Names_the_maximum()
    {
        var result = Check(ReleaseSample.Clean()).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Does.Contain("512"));
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Description));
        }
    }

    [Test]
    public void Says_nothing_of_an_invalid_description() => Assert.That(Check(ReleaseSample.Clean().Unset(ReleaseSample.Description, "division")), Is.Empty);
}
