using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class SteadyStateValidRuleTests : PointRuleContract<SteadyStateValidRule>
{
    [TestCase("windowable", ExpectedResult = "pass")]
    [TestCase("insufficient_duration", ExpectedResult = "pass")]
    [TestCase("insufficient_passes", ExpectedResult = "pass")]
    [TestCase("partial_dataset", ExpectedResult = "pass")]
    [TestCase(null, ExpectedResult = "pass")]
    [TestCase("Windowable", ExpectedResult = "fail")]
    [TestCase("", ExpectedResult = "fail")]
    public string Knows_the_words_for_status(string? word) => KeysAt(Config(48), WithConfig(48, "steady_state.status", word));

    [TestCase("STEADY STATE", ExpectedResult = "pass")]
    [TestCase("drifting_up", ExpectedResult = "pass")]
    [TestCase("drifting_down", ExpectedResult = "pass")]
    [TestCase("anomaly", ExpectedResult = "pass")]
    [TestCase("not found", ExpectedResult = "pass")]
    [TestCase(null, ExpectedResult = "pass")]
    [TestCase("steady state", ExpectedResult = "fail")]
    public string Knows_the_words_for_verdict(string? word) => KeysAt(Config(48), WithConfig(48, "steady_state.verdict", word));

    [TestCase("Plateau", ExpectedResult = "pass")]
    [TestCase("Drifting Up", ExpectedResult = "pass")]
    [TestCase("Drifting Down", ExpectedResult = "pass")]
    [TestCase("Drifting Sideways", ExpectedResult = "fail")]
    public string Knows_the_words_for_states(string word) => KeysAt(Config(48), WithConfig(48, "steady_state.state.any_name", word));

    [Test]
    public void Names_every_fault_in_one_finding()
    {
        var result = At(Config(48), WithConfig(48, "steady_state: {status: good, verdict: fine, state: {b: up, a: down}}")).Single();

        Assert.That(result.Message, Does.Match("good.*fine.*\"down\" of a .*\"up\" of b "));
    }

    [Test]
    public void Does_not_print_a_flood_of_faults_in_full()
    {
        var states = string.Join(", ", Enumerable.Range(0, 500).Select(index => $"m{index}: {new string('x', 200)}"));

        Assert.That(At(Config(48), WithConfig(48, $"steady_state: {{state: {{{states}}}}}")).Single().Message, Has.Length.LessThan(3000).And.Contains("488 more"));
    }

    [Test]
    public void Says_nothing_without_a_block()
        => Assert.That(KeysAt(Config(48), WithConfig(48, "steady_state", null)), Is.Empty);
}
