using MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Coverage;

public sealed class LowThroughputCoverageRuleTests : BuiltinRuleContract<LowThroughputCoverageRule>
{
    [TestCase(33, ExpectedResult = "pass")]
    [TestCase(40, ExpectedResult = "pass")]
    [TestCase(32, ExpectedResult = "fail")]
    [TestCase(41, ExpectedResult = "fail")]
    public string Judges_at_the_bounds(int concurrency) => Check(ReleaseSample.WithConcurrency(concurrency).Remove(ReleaseSample.Point(36))).Single().Key;

    [Test]
    public void Does_not_count_a_point_whose_file_is_broken()
    {
        var result = Check(ReleaseSample.Clean().Write(ReleaseSample.Point(36), "[")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Message, Does.Contain("33–40"));
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Points));
        }
    }

    [Test]
    public void Counts_a_point_without_results()
        => Assert.That(Check(ReleaseSample.Clean().Remove($"{ReleaseSample.Model}/results").AddFolder($"{ReleaseSample.Model}/results")).Single().Key, Is.EqualTo("pass"));
}
