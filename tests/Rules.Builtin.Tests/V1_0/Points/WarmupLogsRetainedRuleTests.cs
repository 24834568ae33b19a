using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class WarmupLogsRetainedRuleTests : PointRuleContract<WarmupLogsRetainedRule>
{
    [TestCase(true, "https://files.example.org/logs", ExpectedResult = "retained-link")]
    [TestCase(true, "", ExpectedResult = "retained")]
    [TestCase(true, null, ExpectedResult = "retained")]
    [TestCase(false, "https://files.example.org/logs", ExpectedResult = "warn")]
    [TestCase(null, "https://files.example.org/logs", ExpectedResult = "warn-2")]
    public string Judges_what_the_block_says(bool? retained, string? link)
        => KeysAt(Config(8), WithConfig(8, "warmup.logs_retained", retained).Set(Config(8), "warmup.link_logs", link));

    [TestCase("{duration_s: 0, requests_issued: 0, requests_completed: 0, logs_retained: false}", ExpectedResult = "pass")]
    [TestCase("{duration_s: 0.5, requests_issued: 0, requests_completed: 0, logs_retained: false}", ExpectedResult = "warn")]
    [TestCase("{duration_s: 0, requests_issued: 1, requests_completed: 0, logs_retained: false}", ExpectedResult = "warn")]
    public string Asks_a_disabled_warmup_for_nothing(string warmup) => KeysAt(Config(8), WithConfig(8, $"warmup: {warmup}"));

    [Test]
    public void Says_nothing_without_a_warmup()
        => Assert.That(KeysAt(Config(8), WithConfig(8, "warmup", null)), Is.Empty);
}
