using MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Metrics;

public sealed class MetricConsistencySystemTpsRuleTests : PointRuleContract<MetricConsistencySystemTpsRule>
{
    // 1,000 tokens in 10 s: 100 tokens/s.
    [TestCase("101", ExpectedResult = "pass")]
    [TestCase("101.00000000000001", ExpectedResult = "fail")]
    [TestCase("99", ExpectedResult = "pass")]
    [TestCase("98.99999999999999", ExpectedResult = "fail")]
    [TestCase("NaN", ExpectedResult = "pass")]
    [TestCase("Infinity", ExpectedResult = "fail")]
    [TestCase("null", ExpectedResult = "pass")]
    [TestCase("\" 1_00.0 \"", ExpectedResult = "pass")]
    [TestCase("\"１００\"", ExpectedResult = "pass")]
    [TestCase("\"nan\"", ExpectedResult = "pass")]
    [TestCase("true", ExpectedResult = "fail")]
    [TestCase("\"fast\"", ExpectedResult = "fail")]
    [TestCase("\"100 \\u0000\"", ExpectedResult = "fail")]
    [TestCase("[100]", ExpectedResult = "fail")]
    [TestCase("{}", ExpectedResult = "fail")]
    public string Allows_one_percent(string stored) => KeysAt(Summary(48), Stored(stored, tokens: 1000, durationNs: 10e9));

    [Test]
    public void An_integer_beyond_a_double_is_no_figure()
        => Assert.That(KeysAt(Summary(48), Stored(new string('9', 400), tokens: 1000, durationNs: 10e9)), Is.EqualTo("fail"));

    [TestCase("0.00000000001", ExpectedResult = "pass")]
    [TestCase("0.000000000011", ExpectedResult = "fail")]
    public string Allows_a_hundredth_of_a_billionth_around_zero(string stored) => KeysAt(Summary(48), Stored(stored, tokens: 0, durationNs: 10e9));

    [Test]
    public void Cuts_tokens_to_whole_ones()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Summary(48), Stored("1", tokens: 1.99, durationNs: 1e9)), Is.EqualTo("pass"));
            Assert.That(KeysAt(Summary(48), Stored("1.99", tokens: 1.99, durationNs: 1e9)), Is.EqualTo("fail"));
        }
    }

    [TestCase(0.0)]
    [TestCase(-1e9)]
    [TestCase(double.NaN)]
    public void Derives_zero_where_the_run_took_no_time(double durationNs)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Summary(48), Stored("0", tokens: 1000, durationNs)), Is.EqualTo("pass"));
            Assert.That(KeysAt(Summary(48), Stored("1", tokens: 1000, durationNs)), Is.EqualTo("fail"));
        }
    }

    [Test]
    public void Says_nothing_where_the_token_count_is_not_finite()
        => Assert.That(KeysAt(Summary(48), Stored("1", double.PositiveInfinity, 1e9)), Is.Empty);

    [Test]
    public void Names_both_figures_and_how_far_they_are_apart()
        => Assert.That(At(Summary(48), Stored("150", tokens: 1000, durationNs: 10e9)).Single().Message, Does.Contain("150").And.Contain("100 tokens/s").And.Contain("50%").And.Contain("1%"));

    private static SubmissionBuilder Stored(string json, double tokens, double durationNs)
        => WithSummary(48, "output_sequence_lengths.total", tokens).Set(Summary(48), "duration_ns", durationNs).Merge(Summary(48), $$"""{"system_tps": {{json}}}""");
}
