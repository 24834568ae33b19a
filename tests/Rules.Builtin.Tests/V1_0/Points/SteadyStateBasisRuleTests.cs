using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class SteadyStateBasisRuleTests : PointRuleContract<SteadyStateBasisRule>
{
    [TestCase("{status: windowable, verdict: STEADY STATE}", ExpectedResult = "pass")]
    [TestCase("{status: windowable, verdict: anomaly}", ExpectedResult = "pass")]
    [TestCase("{status: partial_dataset}", ExpectedResult = "warn-2")]
    [TestCase("{status: null}", ExpectedResult = "warn-2")]
    [TestCase("{status: Windowable}", ExpectedResult = "warn-2")]
    [TestCase("{status: windowable, verdict: drifting_up}", ExpectedResult = "pass drifting")]
    [TestCase("{status: windowable, verdict: drifting_down, state: {ttft: Drifting Down}}", ExpectedResult = "pass drifting-metrics")]
    [TestCase("{status: partial_dataset, verdict: drifting_up}", ExpectedResult = "warn-2 drifting")]
    [TestCase("{status: windowable, verdict: STEADY STATE, state: {ttft: Drifting Down}}", ExpectedResult = "pass")]
    [TestCase("null", ExpectedResult = "warn")]
    public string Judges_status_then_verdict(string block) => KeysAt(Summary(48), WithConfig(48, $"steady_state: {block}"));

    [Test]
    public void Asks_dedicated_Offline_runs_too()
        => Assert.That(KeysAt(Summary(512), WithConfig(512, "{offline: dedicated, steady_state: null}")), Is.EqualTo("warn"));

    [Test]
    public void Reports_at_the_summary_but_points_into_the_configuration()
    {
        var result = At(Summary(48), WithConfig(48, "steady_state.status", "partial_dataset")).Single();

        Assert.That((result.File, result.Pointer), Is.EqualTo((Config(48), "/steady_state/status")));
    }
}
