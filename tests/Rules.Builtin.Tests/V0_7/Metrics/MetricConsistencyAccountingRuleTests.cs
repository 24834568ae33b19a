using MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Metrics;

public sealed class MetricConsistencyAccountingRuleTests : BuiltinRuleContract<MetricConsistencyAccountingRule>
{
    [TestCase(100, 98, 2, ExpectedResult = "pass")]
    [TestCase(100, 98, 1, ExpectedResult = "fail")]
    [TestCase(100, 98, 3, ExpectedResult = "fail")]
    [TestCase(0, 98, 2, ExpectedResult = null)]
    [TestCase(-1, 98, 2, ExpectedResult = null)]
    public string? Adds_up(int issued, int completed, int failed)
        => Check(ReleaseSample.Clean().Merge(ReleaseSample.Summary(8), $$"""{"n_samples_issued": {{issued}}, "n_samples_completed": {{completed}}, "n_samples_failed": {{failed}}}"""))
            .SingleOrDefault(result => result.Path == ReleaseSample.Summary(8))?.Key;

    [Test]
    public void Names_all_counts()
    {
        var result = Check(ReleaseSample.Clean().Merge(ReleaseSample.Summary(8), """{"n_samples_issued": 100, "n_samples_completed": 90, "n_samples_failed": 4}""")).Single(result => result.Key == "fail");

        Assert.That(result.Message, Is.EqualTo("90 completed and 4 failed queries are 94, but 100 were issued"));
    }
}
