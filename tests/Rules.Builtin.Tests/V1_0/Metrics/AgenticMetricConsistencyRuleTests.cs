using MlPerf.Endpoints.Rules.Builtin.V1_0.Metrics;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Metrics;

public sealed class AgenticMetricConsistencyRuleTests : PointRuleContract<AgenticMetricConsistencyRule>
{
    [TestCase("101", ExpectedResult = "pass")]
    [TestCase("101.00000000000001", ExpectedResult = "fail-2")]
    [TestCase("99", ExpectedResult = "pass")]
    [TestCase("98.99999999999999", ExpectedResult = "fail-2")]
    [TestCase("null", ExpectedResult = "pass")]
    [TestCase("NaN", ExpectedResult = "pass")]
    [TestCase("\"quick\"", ExpectedResult = "fail-2")]
    public string Allows_one_percent(string stored)
        => KeysAt(Summary(48), With(stored, """ "output_tokens_per_turn_total": 1000, "e2e_turn_time_seconds_total": 10 """));

    [TestCase(""" "output_tokens_per_turn_total": 1000 """, "1", ExpectedResult = "fail")]
    [TestCase(""" "e2e_turn_time_seconds_total": 10 """, "1", ExpectedResult = "fail")]
    [TestCase(""" "output_tokens_per_turn_total": 1000, "e2e_turn_time_seconds_total": 0 """, "1", ExpectedResult = "fail")]
    [TestCase(""" "output_tokens_per_turn_total": 1000, "e2e_turn_time_seconds_total": -1 """, "1", ExpectedResult = "fail")]
    [TestCase(""" "output_tokens_per_turn_total": 1000, "e2e_turn_time_seconds_total": -1 """, "null", ExpectedResult = "")]
    [TestCase(""" "output_tokens_per_turn_total": 1000, "e2e_turn_time_seconds_total": NaN """, "1", ExpectedResult = "pass")]
    [TestCase(""" "n_samples_failed": 1 """, "1", ExpectedResult = "fail")]
    [TestCase(""" "n_samples_failed": 1 """, "null", ExpectedResult = "")]
    public string Asks_a_stored_figure_for_its_sums(string sums, string stored) => KeysAt(Summary(48), With(stored, sums));

    [TestCase("100", ExpectedResult = "pass")]
    [TestCase("102", ExpectedResult = "fail-2")]
    public string Derives_from_the_totals_where_no_sum_is_stated_and_nothing_failed(string stored)
        => KeysAt(Summary(48), With(stored, """ "n_samples_failed": 0, "output_sequence_lengths": {"total": 1000}, "latency": {"total": 10000000000} """));

    [Test]
    public void Says_nothing_where_the_token_count_for_it_is_not_finite()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Summary(48), With("1", """ "output_sequence_lengths": {"total": NaN} """)), Is.Empty);
            Assert.That(KeysAt(Summary(48), With("1", """ "n_samples_failed": 1, "output_sequence_lengths": {"total": NaN} """)), Is.EqualTo("fail"));
        }
    }

    private static SubmissionBuilder With(string stored, string fields) => WithSummary(48, $$"""{"e2e_avg_interactivity": {{stored}}, {{fields}} }""");
}
