using MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Accuracy;

public sealed class AgenticAccuracyInlineRuleTests : BuiltinRuleContract<AgenticAccuracyInlineRule>
{
    [TestCase("0.5586", ExpectedResult = "pass")]
    [TestCase("0.5585999999999999", ExpectedResult = "fail")]
    [TestCase("1", ExpectedResult = "pass")]
    [TestCase("true", ExpectedResult = "pass")]
    [TestCase("\"0.56\"", ExpectedResult = "pass")]
    [TestCase("0", ExpectedResult = "fail")]
    [TestCase("1.0000000000000002", ExpectedResult = "score-not-fraction")]
    [TestCase("-0.1", ExpectedResult = "score-not-fraction")]
    [TestCase("58.9", ExpectedResult = "score-not-fraction")]
    [TestCase("NaN", ExpectedResult = "score-not-fraction")]
    [TestCase("null", ExpectedResult = "missing")]
    [TestCase("[]", ExpectedResult = "missing")]
    public string Judges_the_score_of_the_performance_run(string score)
        => Of(32, SubmissionBuilder.V1_0Agentic().Write(AccuracySubmissions.AgenticFile(32), $$$$"""[{"dataset_name": "any", "dataset_type": "performance", "score": {{{{score}}}}}]"""));

    [TestCase("{\"a\": 0.1, \"score\": 0.6}", ExpectedResult = "pass")]
    [TestCase("{\"a\": 0.1, \"b\": 0.6}", ExpectedResult = "fail")]
    [TestCase("{\"a\": \"no\", \"b\": 0.6}", ExpectedResult = "pass")]
    public string Takes_the_metric_called_score_or_else_the_first(string score)
        => Of(32, SubmissionBuilder.V1_0Agentic().Write(AccuracySubmissions.AgenticFile(32), $$$$"""{"performance": {"score": {{{{score}}}}}}"""));

    [Test]
    public void A_null_score_falls_through_to_the_other_members()
        => Assert.That(
            Of(32, SubmissionBuilder.V1_0Agentic().Write(AccuracySubmissions.AgenticFile(32), """{"performance": {"score": null, "duration_s": 0.1, "osl_tokenize_s": 0.61}}""")),
            Is.EqualTo("pass"));

    [Test]
    public void Tells_of_all_missing_points_at_once_and_last()
    {
        var submission = SubmissionBuilder.V1_0Agentic().Remove(AccuracySubmissions.AgenticFile(4)).Remove(AccuracySubmissions.AgenticFile(128));

        var results = Check(submission);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Key), Is.EqualTo(["pass", "pass", "pass", "pass", "pass", "missing"]));
            Assert.That(results[^1].Message, Does.Contain("4, 128"));
            Assert.That(results[^1].Path, Is.EqualTo(AccuracySubmissions.AgenticCurve));
        }
    }

    [Test]
    public void Does_not_ask_a_point_that_cannot_be_read()
        => Assert.That(
            Check(SubmissionBuilder.V1_0Agentic().Write($"{AccuracySubmissions.AgenticCurve}/r32/point.yaml", "- no").Remove(AccuracySubmissions.AgenticFile(32))).Select(result => result.Key),
            Is.All.EqualTo("pass").And.Exactly(6).Items);

    [Test]
    public void Says_that_rounding_decided()
    {
        const string Model = "results/fjord_gb300x8/deepseek-v4_1-flash";
        var submission = SubmissionBuilder.V1_0Agentic().Copy(AccuracySubmissions.AgenticCurve, Model).Remove(AccuracySubmissions.AgenticCurve)
            .Write($"{Model}/r32/accuracy_results.json", """{"performance": {"score": 0.5236}}""");

        var result = Check(submission).Single(result => result.Key == "fail");

        Assert.That(result.Message, Does.Contain("52.35999999999999 %").And.Contain("rounded"));
    }

    [Test]
    public void Does_not_apply_to_single_turn_curves()
        => Assert.That(Report(SubmissionBuilder.V1_0()).NotApplicable, Has.Exactly(1).Items);

    private string Of(int concurrency, SubmissionBuilder submission)
        => Check(submission).Single(result => result.Key == "missing" || (result.Values["concurrency"] is long value && value == concurrency)).Key;
}
