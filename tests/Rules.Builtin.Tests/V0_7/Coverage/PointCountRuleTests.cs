using MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Coverage;

public sealed class PointCountRuleTests : BuiltinRuleContract<PointCountRule>
{
    [TestCase(7, ExpectedResult = "pass")]
    [TestCase(6, ExpectedResult = "fail")]
    public string Judges_at_the_limit(int points) => Check(ReleaseSample.WithPoints(points)).Single().Key;

    [Test]
    public void Counts_files_that_cannot_be_read()
        => Assert.That(Check(ReleaseSample.Clean().Write(ReleaseSample.Point(8), "[")).Single().Key, Is.EqualTo("pass"));

    [Test]
    public void Names_the_curve_and_what_is_missing()
    {
        var result = Check(ReleaseSample.WithPoints(5)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Points));
            Assert.That(result.Message, Does.Contain("5").And.Contain("7"));
            Assert.That(result.Fix, Does.Contain("2 more points"));
        }
    }
}
