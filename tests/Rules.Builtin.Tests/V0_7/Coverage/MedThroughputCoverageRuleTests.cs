using MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Coverage;

public sealed class MedThroughputCoverageRuleTests : BuiltinRuleContract<MedThroughputCoverageRule>
{
    [TestCase(41, ExpectedResult = "pass")]
    [TestCase(93, ExpectedResult = "pass")]
    [TestCase(40, ExpectedResult = "fail")]
    [TestCase(94, ExpectedResult = "fail")]
    public string Judges_at_the_bounds(int concurrency) => Check(ReleaseSample.WithConcurrency(concurrency).Remove(ReleaseSample.Point(64))).Single().Key;

    [Test]
    public void Does_not_count_a_point_whose_file_is_broken()
    {
        var result = Check(ReleaseSample.Clean().Write(ReleaseSample.Point(64), "[")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Message, Does.Contain("41–93"));
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.Points));
        }
    }

    [Test]
    public void Counts_a_point_without_results()
        => Assert.That(Check(ReleaseSample.Clean().Remove($"{ReleaseSample.Model}/results").AddFolder($"{ReleaseSample.Model}/results")).Single().Key, Is.EqualTo("pass"));

    [TestCase(33, ExpectedResult = "empty-region")]
    [TestCase(34, ExpectedResult = "pass")]
    public string Says_that_nothing_can_cover_an_empty_region(int maximum)
        => Check(ReleaseSample.WithConcurrency(34).Set(ReleaseSample.Description, "max_supported_concurrency", maximum)).Single().Key;
}
