using System.Text;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Accuracy;

public sealed class AccuracyTargetsTests
{
    [TestCase("llama3_1-8b", ExpectedResult = "llama3_1-8b")]
    [TestCase("gpt-oss-120b", ExpectedResult = "gpt-oss-120b")]
    [TestCase("GPT OSS 120B", ExpectedResult = "gpt-oss-120b")]
    [TestCase("deepseek-r1", ExpectedResult = "deepseek-r1")]
    [TestCase("deepseek-r1-distill-llama3-8b", ExpectedResult = "deepseek-r1")]
    [TestCase("llama3-18b", ExpectedResult = "llama3_1-8b")]
    [TestCase("8b-llama3", ExpectedResult = "llama3_1-8b")]
    [TestCase("llama3_1-405b", ExpectedResult = "llama3_1-405b")]
    [TestCase("kimi-k3", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public string? Recognises_a_model_by_pieces_of_its_folder(string folder) => AccuracyTargets.Default.For(folder)?.Name;

    [TestCase("kimi-k3", ExpectedResult = "Kimi K3")]
    [TestCase("K\u0130M\u0130 K3", ExpectedResult = "Kimi K3")]
    [TestCase("\u212Aimi-k3", ExpectedResult = "Kimi K3")]
    [TestCase("qwen3-235b", ExpectedResult = "Qwen3.6-35B-A3B")]
    [TestCase("deepseek-v4_1-flash", ExpectedResult = "DeepSeek-V4.1-Flash")]
    [TestCase("deepseek-r1", ExpectedResult = null)]
    public string? Recognises_an_agentic_model_by_pieces_of_its_folder(string folder) => AgenticTargets.Default.For(folder)?.Name;

    [Test]
    public void Bounds_are_the_products_of_the_policy()
    {
        var llama = AccuracyTargets.Default.For("llama3_1-8b")!;
        var mixtral = AccuracyTargets.Default.For("mixtral-8x7b")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(llama.Targets.Select(target => target.Lower), Is.EqualTo([38.7792 * 0.99, 15.9075 * 0.99, 24.4957 * 0.99, 35.793 * 0.99, 8167644 * 0.9]));
            Assert.That(llama.Targets[^1].Upper, Is.EqualTo(8167644 * 1.1));
            Assert.That((mixtral.Targets[^1].Lower, mixtral.Targets[^1].Upper), Is.EqualTo((144.84 * 0.9, (double?)(145.9 * 1.1))));
        }
    }

    [Test]
    public void Reads_other_data()
    {
        var targets = AccuracyTargets.Parse(Encoding.UTF8.GetBytes(
            """{"version": "2", "models": [{"name": "A", "fragments": ["a"], "minimum_issued_samples": 1, "targets": [{"metric": "m", "lower": 1.5, "upper": 2}]}]}"""));
        var agentic = AgenticTargets.Parse(Encoding.UTF8.GetBytes("""{"version": "2", "models": [{"name": "A", "fragments": ["a"], "thresholds": null}]}"""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(targets.Version, Is.EqualTo("2"));
            Assert.That(targets.For("xAx")!.Targets.Single(), Is.EqualTo(new AccuracyTarget("m", 1.5, 2)));
            Assert.That(agentic.For("a")!.Thresholds, Is.Null);
        }
    }
}
