using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Points;

public sealed class PointFilenameConcurrencyRuleTests : BuiltinRuleContract<PointFilenameConcurrencyRule>
{
    [TestCase("point_0256.yaml", ExpectedResult = false)]
    [TestCase("point_+256.yaml", ExpectedResult = false)]
    [TestCase("point_256_retry.yaml", ExpectedResult = false)]
    [TestCase("point_\uff12\uff15\uff16.yaml", ExpectedResult = false)]
    [TestCase("point_high.yaml", ExpectedResult = false)]
    [TestCase("point_.yaml", ExpectedResult = false)]
    [TestCase("point_256.v2.yaml", ExpectedResult = false)]
    [TestCase("point_\u00b2.yaml", ExpectedResult = false)]
    [TestCase("point_2_56.yaml", ExpectedResult = true)]
    [TestCase("point_257.yaml", ExpectedResult = true)]
    [TestCase("point_-256.yaml", ExpectedResult = true)]
    public bool Warns_where_the_name_holds_another_number(string name)
        => Check(ReleaseSample.Clean().Copy(ReleaseSample.Point(256), $"{ReleaseSample.Points}/{name}")).Count != 0;

    [Test]
    public void Names_both_numbers_and_where_results_are_looked_for()
    {
        var result = Check(ReleaseSample.WithConcurrency(300)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Severity, Is.EqualTo(Severity.Warning));
            Assert.That(result.Message, Is.EqualTo("the file's name says 256, but concurrency is 300"));
            Assert.That(result.Fix, Does.Contain("results/point_300/"));
        }
    }
}
