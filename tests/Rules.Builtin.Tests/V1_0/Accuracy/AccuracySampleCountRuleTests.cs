using MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Accuracy;

public sealed class AccuracySampleCountRuleTests : BuiltinRuleContract<AccuracySampleCountRule>
{
    [TestCase("13368", "1", ExpectedResult = "pass")]
    [TestCase("13367", "1", ExpectedResult = "fail")]
    [TestCase("13368.9", "0", ExpectedResult = "pass")]
    [TestCase("13367.9", "null", ExpectedResult = "fail")]
    [TestCase("6684", "2.9", ExpectedResult = "pass")]
    [TestCase("6684", "\" 2 \"", ExpectedResult = "pass")]
    [TestCase("13_368", "1", ExpectedResult = null)]
    [TestCase("\"13_368\"", "\"\"", ExpectedResult = "pass")]
    [TestCase("\"１３３６８\"", "[]", ExpectedResult = "pass")]
    [TestCase("\"13368.0\"", "1", ExpectedResult = null)]
    [TestCase("NaN", "1", ExpectedResult = null)]
    [TestCase("[13368]", "1", ExpectedResult = null)]
    [TestCase("true", "99999", ExpectedResult = "pass")]
    [TestCase("true", "two", ExpectedResult = null)]
    [TestCase("true", "\"two\"", ExpectedResult = "fail")]
    [TestCase("13368", "-3", ExpectedResult = "pass")]
    [TestCase("-13368", "-3", ExpectedResult = "fail")]
    [TestCase("1000000000000000000000000", "1", ExpectedResult = "pass")]
    public string? Counts_issued_samples(string samples, string repeats)
        => Of(8, AccuracySubmissions.With($$$$"""{"a": {"num_samples": {{{{samples}}}}, "n_repeats": {{{{repeats}}}}}}"""));

    [Test]
    public void Adds_the_samples_of_all_entries_the_performance_run_included()
    {
        var submission = AccuracySubmissions.With("""
            [
              {"dataset_name": "a", "score": 1, "unit_samples": 6000},
              {"dataset_name": "b", "score": 1},
              {"dataset_name": "performance", "score": 1, "unit_samples": 3684, "num_repeats": 2}
            ]
            """);

        var result = Check(submission).First(result => result.Values["concurrency"] is long and 8);

        Assert.That((result.Key, result.Values["total"]), Is.EqualTo(("pass", (object)13368L)));
    }

    [Test]
    public void Reads_the_names_of_the_client_only_in_a_list()
        => Assert.That(Of(8, AccuracySubmissions.With("""{"a": {"num_samples": 13368, "unit_samples": 1, "num_repeats": 0}}""")), Is.EqualTo("pass"));

    [Test]
    public void Reports_every_point_under_the_first_one_with_accuracy()
    {
        var results = Check(AccuracySubmissions.With("""{"a": {"score": 1}}""").Set(AccuracySubmissions.File(48), "cnn_dailymail::llama3_8b.num_samples", 1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Key), Is.EqualTo(["pass", "fail", "pass"]));
            Assert.That(results.Select(result => result.Path), Is.All.EqualTo($"{AccuracySubmissions.Curve}/r8/results.json"));
            Assert.That(results[1].File, Is.EqualTo(AccuracySubmissions.File(48)));
            Assert.That(results[1].Message, Does.Contain("48"));
        }
    }

    [TestCase("deepseek-r1", 4388)]
    [TestCase("gpt-oss-120b", 4395)]
    [TestCase("llama3_1-405b", 8313)]
    [TestCase("llama2-70b", 24576)]
    [TestCase("mixtral-8x7b", 15000)]
    [TestCase("llama3_1-8b", 13368)]
    public void Knows_what_each_model_needs(string model, long samples)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Check(AccuracySubmissions.WithModel(model, "{}", samples)).Single().Key, Is.EqualTo("pass"));
            Assert.That(Check(AccuracySubmissions.WithModel(model, "{}", samples - 1)).Single().Key, Is.EqualTo("fail"));
        }
    }

    [Test]
    public void Is_not_asked_of_agentic_models()
        => Assert.That(Report(SubmissionBuilder.V1_0Agentic()).NotApplicable.Single().Reason, Does.Contain("agentic"));

    private string? Of(int concurrency, SubmissionBuilder submission)
        => Check(submission).SingleOrDefault(result => result.Values["concurrency"] is long value && value == concurrency)?.Key;
}
