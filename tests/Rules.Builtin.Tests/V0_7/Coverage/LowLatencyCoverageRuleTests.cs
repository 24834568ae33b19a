using MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Coverage;

public sealed class LowLatencyCoverageRuleTests : BuiltinRuleContract<LowLatencyCoverageRule>
{
    [TestCase(1, ExpectedResult = "pass")]
    [TestCase(32, ExpectedResult = "pass")]
    [TestCase(0, ExpectedResult = "fail")]
    [TestCase(33, ExpectedResult = "fail")]
    public string Judges_at_the_bounds(int concurrency) => Check(ReleaseSample.WithConcurrency(concurrency).Remove(ReleaseSample.Point(8)).Remove(ReleaseSample.Point(16)).Remove(ReleaseSample.Point(32))).Single().Key;

    [Test]
    public void Does_not_count_a_point_whose_file_is_broken()
    {
        var result = Check(ReleaseSample.Clean().Write(ReleaseSample.Point(8), "[").Write(ReleaseSample.Point(16), "[").Write(ReleaseSample.Point(32), "[")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Message, Does.Contain("1–32"));
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Points));
        }
    }

    [Test]
    public void Counts_a_point_without_results()
        => Assert.That(Check(ReleaseSample.Clean().Remove($"{ReleaseSample.Model}/results").AddFolder($"{ReleaseSample.Model}/results")).Single().Key, Is.EqualTo("pass"));
}
