using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class SteadyStateConsistencyRuleTests : PointRuleContract<SteadyStateConsistencyRule>
{
    [TestCase("windowable", 1, 3, ExpectedResult = "fail", TestName = "Windowable_over_three_super_passes")]
    [TestCase("windowable", 1, 4, ExpectedResult = "pass", TestName = "Windowable_over_four_super_passes")]
    [TestCase("windowable", 5, 1, ExpectedResult = "fail", TestName = "Windowable_over_a_window_that_ends_before_it_starts")]
    [TestCase("insufficient_passes", 1, 3, ExpectedResult = "pass", TestName = "Insufficient_passes_over_three")]
    [TestCase("insufficient_passes", 1, 4, ExpectedResult = "fail", TestName = "Insufficient_passes_over_four")]
    [TestCase("insufficient_duration", 1, 1, ExpectedResult = "pass", TestName = "Another_status_cannot_be_contradicted")]
    [TestCase("windowable", 1, null, ExpectedResult = "pass", TestName = "A_window_without_an_end_cannot_either")]
    [TestCase(null, 1, 1, ExpectedResult = "", TestName = "Without_status_nothing_is_judged")]
    public string Judges_status_against_window(string? status, int start, int? end)
        => KeysAt(Config(48), WithConfig(48, "steady_state.status", status).Set(Config(48), "steady_state.window.super_pass_start", start).Set(Config(48), "steady_state.window.super_pass_end", end));

    [TestCase("Drifting Up", ExpectedResult = "fail")]
    [TestCase("Drifting Sideways", ExpectedResult = "fail")]
    [TestCase("drifting up", ExpectedResult = "pass")]
    public string Holds_drifting_metrics_against_windowable(string state) => KeysAt(Config(48), WithConfig(48, "steady_state.state.tpot_p90", state));

    [Test]
    public void Drifting_metrics_do_not_contradict_another_status()
        => Assert.That(KeysAt(Config(48), WithConfig(48, "steady_state: {status: partial_dataset, state: {tpot_p90: Drifting Up}}")), Is.EqualTo("pass"));

    [Test]
    public void Names_both_contradictions_in_one_finding()
    {
        var result = At(Config(48), WithConfig(48, "steady_state: {window: {super_pass_start: 4}, state: {ttft: Drifting Up, latency: Drifting Down}}")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Does.Contain("spans 3 super-passes").And.Contain("latency, ttft"));
            Assert.That(result.Pointer, Is.EqualTo("/steady_state/status"));
        }
    }
}
