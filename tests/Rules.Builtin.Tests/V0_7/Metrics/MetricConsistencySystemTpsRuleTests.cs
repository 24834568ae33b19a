using System.Numerics;
using MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Metrics;

public sealed class MetricConsistencySystemTpsRuleTests : BuiltinRuleContract<MetricConsistencySystemTpsRule>
{
    [TestCase(100_999.0, ExpectedResult = "pass")]
    [TestCase(101_001.0, ExpectedResult = "fail")]
    [TestCase(99_001.0, ExpectedResult = "pass")]
    [TestCase(98_999.0, ExpectedResult = "fail")]
    [TestCase(null, ExpectedResult = "pass")]
    [TestCase(double.NaN, ExpectedResult = "pass")]
    [TestCase(double.PositiveInfinity, ExpectedResult = "fail")]
    [TestCase(" 1_00000.0 ", ExpectedResult = "pass")]
    [TestCase("\u0661\u0660\u0660\u0660\u0660\u0660", ExpectedResult = "pass")]
    [TestCase("fast", ExpectedResult = "fail")]
    [TestCase(true, ExpectedResult = "fail")]
    public string Allows_one_percent(object? stored) => Check(With(stored)).Single(result => result.Path == ReleaseSample.Summary(8)).Key;

    [TestCase(1e-12, ExpectedResult = "pass")]
    [TestCase(1e-10, ExpectedResult = "fail")]
    public string Measures_against_a_floor_where_nothing_is_derived(double stored)
        => Check(With(stored).Set(ReleaseSample.Summary(8), "output_sequence_lengths.total", 0)).Single(result => result.Path == ReleaseSample.Summary(8)).Key;

    [Test]
    public void Refuses_lists_and_integers_beyond_doubles()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(ReleaseSample.Clean().Merge(ReleaseSample.Summary(8), """{"system_tps": [1]}""")).Select(result => result.Key), Does.Contain("fail"));
            Assert.That(Check(With(BigInteger.Pow(10, 400))).Select(result => result.Key), Does.Contain("fail"));
        }
    }

    [Test]
    public void Names_both_figures_and_the_deviation()
    {
        var result = Check(With(103_000.0)).Single(result => result.Key == "fail");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Is.EqualTo("system_tps is stored as 103000, but 100000000 tokens in 1000 s give 100000 tokens/s (off by 3%, at most 1% is allowed)"));
            Assert.That(result.Pointer, Is.EqualTo("/system_tps"));
        }
    }

    [Test]
    public void Says_nothing_where_the_tokens_are_not_finite()
        => Assert.That(Check(With(1.0).Set(ReleaseSample.Summary(8), "output_sequence_lengths.total", double.NaN)).Select(result => result.Path), Does.Not.Contain(ReleaseSample.Summary(8)));

    private SubmissionBuilder With(object? stored) => ReleaseSample.Clean()
        .Merge(ReleaseSample.Summary(8), """{"duration_ns": 1000000000000, "output_sequence_lengths": {"total": 100000000}}""")
        .Set(ReleaseSample.Summary(8), "system_tps", stored);
}
