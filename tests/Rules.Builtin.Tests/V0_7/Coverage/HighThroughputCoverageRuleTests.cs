using MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Coverage;

public sealed class HighThroughputCoverageRuleTests : BuiltinRuleContract<HighThroughputCoverageRule>
{
    [TestCase(94, ExpectedResult = "pass")]
    [TestCase(564, ExpectedResult = "pass")]
    [TestCase(93, ExpectedResult = "fail")]
    [TestCase(565, ExpectedResult = "fail")]
    public string Judges_at_the_bounds(int concurrency) => Check(ReleaseSample.WithConcurrency(concurrency).Remove(ReleaseSample.Point(512))).Single().Key;

    [Test]
    public void Does_not_count_a_point_whose_file_is_broken()
    {
        var result = Check(ReleaseSample.Clean().Write(ReleaseSample.Point(512), "[").Write(ReleaseSample.Point(256), "[")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Message, Does.Contain("94–564"));
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Points));
        }
    }

    [Test]
    public void Counts_a_point_without_results()
        => Assert.That(Check(ReleaseSample.Clean().Remove($"{ReleaseSample.Model}/results").AddFolder($"{ReleaseSample.Model}/results")).Single().Key, Is.EqualTo("pass"));
}
