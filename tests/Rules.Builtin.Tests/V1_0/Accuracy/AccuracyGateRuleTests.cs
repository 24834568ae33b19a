using MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Accuracy;

public sealed class AccuracyGateRuleTests : BuiltinRuleContract<AccuracyGateRule>
{
    private static IEnumerable<TestCaseData> Targets
        => from model in AccuracyTargets.Default.Models
           from target in model.Targets
           select new TestCaseData(model.Name, target).SetArgDisplayNames(model.Name, target.Metric);

    // 7 samples and not one, so that the product of the weighted mean rounds as it does in earnest.
    [TestCaseSource(nameof(Targets))]
    public void Accepts_each_bound_and_nothing_beyond(string model, AccuracyTarget target)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeyOf(target.Lower), Is.EqualTo("pass"));
            Assert.That(KeyOf(Math.BitDecrement(target.Lower)), Is.EqualTo("fail"));
            if (target.Upper is { } upper)
            {
                Assert.That(KeyOf(upper), Is.EqualTo("pass"));
                Assert.That(KeyOf(Math.BitIncrement(upper)), Is.EqualTo("fail-2"));
            }
        }

        string KeyOf(double value)
            => Check(AccuracySubmissions.WithModel(model, $$$$"""{"{{{{target.Metric}}}}": {{{{AccuracySubmissions.Number(value)}}}}}""", samples: 1)).Single().Key;
    }

    [TestCase("{\"rouge1\": 0.3878}", ExpectedResult = "pass")]
    [TestCase("{\"rouge1\": 0}", ExpectedResult = "fail")]
    [TestCase("{\"rouge1\": 1}", ExpectedResult = "pass")]
    [TestCase("{\"rouge1\": 1.0000000000000002}", ExpectedResult = "fail")]
    [TestCase("{\"rouge1\": -0.5}", ExpectedResult = "fail")]
    [TestCase("{\"rouge1\": NaN}", ExpectedResult = "pass")]
    [TestCase("{\"rouge1\": 1e999}", ExpectedResult = "pass")]
    [TestCase("{\"rouge1\": -Infinity}", ExpectedResult = "fail")]
    [TestCase("{\"gen_len\": Infinity}", ExpectedResult = "fail-2")]
    [TestCase("{\"ROUGE1\": 38.5}", ExpectedResult = "pass")]
    [TestCase("{\"rouge1 \": 38.5}", ExpectedResult = "")]
    [TestCase("{\"ROUGE1\": 1.5, \"rouge1\": 38.5}", ExpectedResult = "fail")]
    [TestCase("38.5", ExpectedResult = "")]
    [TestCase("{}", ExpectedResult = "")]
    public string Judges_what_is_reported(string scores) => Keys(AccuracySubmissions.WithModel("llama3_1-8b", scores, samples: 1));

    [TestCase("\" 38.5\\n\"", ExpectedResult = "pass")]
    [TestCase("\"+38.5e0\"", ExpectedResult = "pass")]
    [TestCase("\"3_8.5\"", ExpectedResult = "pass")]
    [TestCase("\"٣٨.٥\"", ExpectedResult = "pass")]
    [TestCase("\".5\"", ExpectedResult = "pass")]
    [TestCase("\"39.\"", ExpectedResult = "pass")]
    [TestCase("\"-iNf\"", ExpectedResult = "fail")]
    [TestCase("\"nan\"", ExpectedResult = "pass")]
    [TestCase("true", ExpectedResult = "pass")]
    [TestCase("false", ExpectedResult = "fail")]
    [TestCase("\"38,7\"", ExpectedResult = "")]
    [TestCase("\"16%\"", ExpectedResult = "")]
    [TestCase("\"0x7C\"", ExpectedResult = "")]
    [TestCase("\"1__0\"", ExpectedResult = "")]
    [TestCase("\"_1\"", ExpectedResult = "")]
    [TestCase("\"\"", ExpectedResult = "")]
    [TestCase("null", ExpectedResult = "")]
    [TestCase("[38.5]", ExpectedResult = "")]
    [TestCase("{\"a\": 38.5}", ExpectedResult = "")]
    public string Reads_scores_of_any_spelling(string score) => Keys(AccuracySubmissions.WithModel("llama3_1-8b", $$$$"""{"rouge1": {{{{score}}}}}""", samples: 1));

    [TestCase("{\"score\": 0.9}", ExpectedResult = "warn-2 pass")]
    [TestCase("0.9", ExpectedResult = "warn-2 pass")]
    [TestCase("0.1", ExpectedResult = "warn-2 fail")]
    [TestCase("{\"score\": 0.9, \"other\": 1}", ExpectedResult = "")]
    [TestCase("{\"score\": 0.1, \"exact_match\": 0.9}", ExpectedResult = "pass")]
    [TestCase("{\"Score\": 0.9}", ExpectedResult = "")]
    public string Takes_an_unnamed_score_for_the_only_target(string scores) => Keys(AccuracySubmissions.WithModel("gpt-oss-120b", scores, samples: 1));

    [Test]
    public void Takes_the_members_of_an_entry_without_score_for_metrics()
        => Assert.That(
            Keys(AccuracySubmissions.WithRunsAt().Write(AccuracySubmissions.File(8), """{"a": {"num_samples": 1, "complete": true, "rouge1": 38.5, "rouge2": 1.5}}""")),
            Is.EqualTo("pass fail"));

    [Test]
    public void Weighs_a_single_score_too_for_rounding_may_decide()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Keys(AccuracySubmissions.WithModel("mixtral-8x7b", """{"rouge1": 45.14291099999999}""", samples: 15000)), Is.EqualTo("pass"));
            Assert.That(Keys(AccuracySubmissions.WithModel("mixtral-8x7b", """{"rouge1": 45.14291099999999}""", samples: 1)), Is.EqualTo("fail"));
        }
    }

    [TestCase("3", "1", ExpectedResult = 80.0)]
    [TestCase("1", "3", ExpectedResult = 84.0)]
    [TestCase("\"3\"", "\"1.0\"", ExpectedResult = 80.0)]
    [TestCase("3", "null", ExpectedResult = 82.0)]
    [TestCase("0", "0", ExpectedResult = 82.0)]
    [TestCase("-3", "1", ExpectedResult = 82.0)]
    [TestCase("NaN", "1", ExpectedResult = 82.0)]
    public double Weighs_by_sample_count(string first, string second)
    {
        var submission = AccuracySubmissions.WithModel("gpt-oss-120b", "{}", samples: 1).Write(
            "results/acme_a8/gpt-oss-120b/r8/accuracy_results.json",
            $$$$"""{"a": {"exact_match": 78, "num_samples": {{{{first}}}}, "n_repeats": 5}, "b": {"exact_match": 86, "num_samples": {{{{second}}}}}}""");

        return (double)Check(submission).Single().Values["score"]!;
    }

    [Test]
    public void Reports_every_point_under_the_first_one_with_accuracy()
    {
        var results = Check(AccuracySubmissions.With("7").Set(AccuracySubmissions.File(48), "cnn_dailymail::llama3_8b.score.rouge1", 30));

        var failed = results.Single(result => result.Key == "fail");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results, Has.Count.EqualTo(15));
            Assert.That(results.Select(result => result.Path), Is.All.EqualTo($"{AccuracySubmissions.Curve}/r12/results.json"));
            Assert.That((failed.File, failed.Pointer), Is.EqualTo((AccuracySubmissions.File(48), "/cnn_dailymail::llama3_8b/score/rouge1")));
            Assert.That(failed.Message, Does.Contain("48").And.Contain("38.39"));
        }
    }

    [Test]
    public void Warns_once_of_a_model_without_targets()
    {
        var result = Check(AccuracySubmissions.WithModel("qwen3_6-35b-a3b", "{}", samples: 1)).Single();

        Assert.That((result.Key, result.Path), Is.EqualTo(("no-thresholds", "results/acme_a8/qwen3_6-35b-a3b")));
    }

    [Test]
    public void Does_not_apply_without_accuracy_nor_to_agentic_models()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Report(AccuracySubmissions.WithRunsAt()).NotApplicable.Single().Reason, Does.Contain("accuracy"));
            Assert.That(Report(SubmissionBuilder.V1_0Agentic()).NotApplicable.Single().Reason, Does.Contain("agentic"));
        }
    }

    private string Keys(SubmissionBuilder submission) => string.Join(' ', Check(submission).Select(result => result.Key));
}
