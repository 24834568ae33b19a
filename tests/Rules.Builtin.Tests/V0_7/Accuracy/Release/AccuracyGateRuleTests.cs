using System.Numerics;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Release;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Accuracy.Release;

public sealed class AccuracyGateRuleTests : BuiltinRuleContract<AccuracyGateRule>
{
    protected override IEnumerable<SubmissionBuilder> FurtherCases => [BeyondDoubles()];

    [TestCase("rouge1", 38.391408000000006, ExpectedResult = "pass")]
    [TestCase("rouge1", 38.391407999999998, ExpectedResult = "fail")]
    [TestCase("ROUGE1", 38.391407999999998, ExpectedResult = "fail")]
    [TestCase("rouge1 ", 1.0, ExpectedResult = null)]
    [TestCase("gen_len", 7350879.600000001, ExpectedResult = "pass")]
    [TestCase("gen_len", 7350879.6, ExpectedResult = "fail")]
    [TestCase("gen_len", 8984408.4, ExpectedResult = "pass")]
    [TestCase("gen_len", 8984408.400000002, ExpectedResult = "fail-2")]
    [TestCase("rouge2", double.NaN, ExpectedResult = "pass")]
    [TestCase("rouge2", double.PositiveInfinity, ExpectedResult = "pass")]
    public string? Judges_at_the_bounds(string metric, double score) => Check(With(metric, score)).SingleOrDefault()?.Key;

    [TestCase("LLAMA-3.1-405B", ExpectedResult = "rougel")]
    [TestCase("llama3_1-405b-8bit", ExpectedResult = "rougel")]
    [TestCase("llama-3x8b", ExpectedResult = "rouge1")]
    [TestCase("llama2-70b-chat-hf", ExpectedResult = "rouge1")]
    [TestCase("M\u0130XTRAL-8x7b", ExpectedResult = "rouge1")]
    [TestCase("llama3-70b", ExpectedResult = null)]
    [TestCase("8b", ExpectedResult = null)]
    public string? Recognises_a_model_by_its_fragments(string folder) => AccuracyThresholds.Default.For(folder)?.Metrics[0].Metric;

    [Test]
    public void Warns_once_of_an_unknown_model()
    {
        var result = Check(ReleaseSample.Clean().Copy(ReleaseSample.Model, $"{ReleaseSample.System}/qwen3-32b").Remove(ReleaseSample.Model)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Severity, Is.EqualTo(Severity.Warning));
            Assert.That(result.Message, Does.Contain("qwen3-32b").And.Contain("llama3 405b"));
        }
    }

    [Test]
    public void Merges_data_sets_so_that_the_last_value_counts_at_the_first_place()
        => Assert.That(
            Check(ReleaseSample.Clean().Write(ReleaseSample.Accuracy, """{"a": {"score": {"rouge1": 1, "Rouge2": 99}}, "b": {"score": {"rouge1": 99, "rouge2": 1}}}""")).Select(result => result.Key),
            Is.EqualTo((string[])["pass", "pass"]));

    [Test]
    public void Refuses_an_integer_beyond_doubles_whatever_it_scores()
        => Assert.That(
            Check(BeyondDoubles()).Single().Key,
            Is.EqualTo("not-finite"));

    [Test]
    public void Names_metric_score_bound_and_model()
    {
        var result = Check(With("rouge2", 15.5)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Message, Is.EqualTo("rouge2 of model Llama-3_1-8B-Instruct is 15.5, at least 15.748425000000001 is required"));
            Assert.That((result.Path, result.Pointer), Is.EqualTo((ReleaseSample.Accuracy, "/cnn_dailymail/score/rouge2")));
        }
    }

    private static SubmissionBuilder BeyondDoubles()
        => ReleaseSample.Clean().Write(ReleaseSample.Accuracy, $$"""{"a": {"score": {"bleu": {{BigInteger.Pow(10, 400)}} } } }""");

    private static SubmissionBuilder With(string metric, double score)
        => ReleaseSample.Clean().Write(ReleaseSample.Accuracy, """{"cnn_dailymail": {"score": {}}}""").Set(ReleaseSample.Accuracy, $"cnn_dailymail.score.{metric}", score);
}
