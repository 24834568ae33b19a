using MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Metrics;

public sealed class MetricConsistencyTpsPerUserRuleTests : BuiltinRuleContract<MetricConsistencyTpsPerUserRule>
{
    [TestCase(12_624.0, ExpectedResult = "pass")]
    [TestCase(12_626.0, ExpectedResult = "fail")]
    [TestCase(12_376.0, ExpectedResult = "pass")]
    [TestCase(12_374.0, ExpectedResult = "fail")]
    [TestCase(null, ExpectedResult = "pass")]
    [TestCase("12500", ExpectedResult = "pass")]
    [TestCase("125OO", ExpectedResult = "fail")]
    public string Allows_one_percent(object? stored) => Check(With(stored)).Single(result => result.Path == ReleaseSample.Summary(8)).Key;

    [Test]
    public void Divides_the_derived_throughput_not_the_stored_one()
        => Assert.That(Check(With(12_500.0).Set(ReleaseSample.Summary(8), "system_tps", 1)).Single(result => result.Path == ReleaseSample.Summary(8)).Key, Is.EqualTo("pass"));

    [TestCase(0)]
    [TestCase(-8)]
    public void Asks_for_users_before_it_looks_at_anything_stored(int concurrency)
    {
        var result = Check(ReleaseSample.WithConcurrency(concurrency)).Single(result => result.Path == ReleaseSample.Summary(concurrency));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail-2"));
            Assert.That(result.File, Is.EqualTo(ReleaseSample.Point(256)));
        }
    }

    private SubmissionBuilder With(object? stored) => ReleaseSample.Clean()
        .Merge(ReleaseSample.Summary(8), """{"duration_ns": 1000000000000, "output_sequence_lengths": {"total": 100000000}}""")
        .Set(ReleaseSample.Summary(8), "tps_per_user", stored);
}
