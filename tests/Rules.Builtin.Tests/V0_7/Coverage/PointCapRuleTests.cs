using MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Coverage;

public sealed class PointCapRuleTests : BuiltinRuleContract<PointCapRule>
{
    [TestCase(32, ExpectedResult = null)]
    [TestCase(33, ExpectedResult = "fail")]
    public string? Judges_at_the_limit(int points) => Check(ReleaseSample.WithPoints(points)).SingleOrDefault()?.Key;

    [Test]
    public void Says_how_many_are_too_many()
        => Assert.That(Check(ReleaseSample.WithPoints(35)).Single().Fix, Does.StartWith("Take 3 point files"));
}
