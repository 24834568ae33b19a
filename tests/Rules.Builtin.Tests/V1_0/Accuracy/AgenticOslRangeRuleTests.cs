using MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Accuracy;

public sealed class AgenticOslRangeRuleTests : BuiltinRuleContract<AgenticOslRangeRule>
{
    private const string Summary = $"{AccuracySubmissions.AgenticCurve}/r4/result_summary.json";
    private const string Average = "output_sequence_lengths_full_run.output_sequence_lengths.avg";

    [TestCase("344", ExpectedResult = "pass")]
    [TestCase("343.99999999999994", ExpectedResult = "fail")]
    [TestCase("422.0", ExpectedResult = "pass")]
    [TestCase("422.00000000000006", ExpectedResult = "fail")]
    [TestCase("true", ExpectedResult = "fail")]
    [TestCase("NaN", ExpectedResult = "fail")]
    [TestCase("-Infinity", ExpectedResult = "fail")]
    [TestCase("10000000000000000000000000000000000000000", ExpectedResult = "fail")]
    [TestCase("\"383\"", ExpectedResult = "warn")]
    [TestCase("[383]", ExpectedResult = "warn")]
    public string Judges_the_mean_of_the_full_run(string average)
        => OfFirst(SubmissionBuilder.V1_0Agentic().Merge(Summary, $$$$"""{"output_sequence_lengths_full_run": {"output_sequence_lengths": {"avg": {{{{average}}}}}}}"""));

    [TestCase("7")]
    [TestCase("{}")]
    [TestCase("{\"output_sequence_lengths\": [383]}")]
    [TestCase("{\"output_sequence_lengths\": {}}")]
    public void Warns_where_a_link_of_the_chain_is_missing(string block)
        => Assert.That(
            OfFirst(SubmissionBuilder.V1_0Agentic().Unset(Summary, "output_sequence_lengths_full_run").Merge(Summary, $$$$"""{"output_sequence_lengths_full_run": {{{{block}}}}}""")),
            Is.EqualTo("warn"));

    [Test]
    public void Tells_of_all_missing_points_at_once_and_last()
    {
        var submission = SubmissionBuilder.V1_0Agentic().Unset(Summary, Average).Set(Summary, "output_sequence_lengths.avg", 383)
            .Unset($"{AccuracySubmissions.AgenticCurve}/r64/result_summary.json", Average);

        var results = Check(submission);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results, Has.Count.EqualTo(6));
            Assert.That(results[^1].Key, Is.EqualTo("warn"));
            Assert.That(results[^1].Message, Does.Contain("4, 64"));
            Assert.That(results[^1].Path, Is.EqualTo(AccuracySubmissions.AgenticCurve));
            Assert.That(results[^1].File, Is.EqualTo(Summary));
        }
    }

    [Test]
    public void Does_not_mention_a_point_without_summary()
        => Assert.That(Check(SubmissionBuilder.V1_0Agentic().Remove(Summary)).Select(result => result.Key), Is.All.EqualTo("pass").And.Exactly(6).Items);

    [Test]
    public void Does_not_apply_to_single_turn_curves()
        => Assert.That(Report(SubmissionBuilder.V1_0()).NotApplicable, Has.Exactly(1).Items);

    private string OfFirst(SubmissionBuilder submission)
        => Check(submission).Single(result => result.Key == "warn" || (result.Values["concurrency"] is long and 4)).Key;
}
