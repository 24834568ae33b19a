using MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Accuracy;

/// <summary>The sample has C_min 4 and C_max 512, so Low is 5–12, Medium 13–68, High 69–512, and the floor is 69 %.</summary>
public sealed class AgenticAccuracySwebenchRuleTests : BuiltinRuleContract<AgenticAccuracySwebenchRule>
{
    [TestCase("0.69", ExpectedResult = "pass")]
    [TestCase("0.6899999999999998", ExpectedResult = "fail")]
    public string Judges_the_mean_of_the_bands(string score) => Keys(With((4, score), (8, score), (64, score), (512, score)));

    [Test]
    public void One_band_may_be_weak_where_the_mean_is_not()
        => Assert.That(Keys(With((4, "0.5"), (8, "0.8"), (64, "0.8"), (512, "0.8"))), Is.EqualTo("pass"));

    [TestCase("0.72", ExpectedResult = "warn-3")]
    [TestCase("0.6", ExpectedResult = "fail")]
    public string Warns_of_too_few_bands_only_where_the_mean_reaches(string score) => Keys(With((8, score), (64, score), (512, score)));

    [Test]
    public void Warns_where_there_is_no_score_at_all() => Assert.That(Keys(With()), Is.EqualTo("warn"));

    [Test]
    public void A_percentage_is_an_error_and_its_band_drops_out()
        => Assert.That(Keys(With((4, "71.7"), (8, "0.7"), (64, "0.7"), (512, "0.7"))), Is.EqualTo("score-not-fraction warn-3"));

    [Test]
    public void Several_results_of_a_band_count_once()
    {
        var results = Check(With((4, "0.7"), (8, "0.6"), (64, "0.7"), (128, "0.9"), (512, "0.71")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Key), Is.EqualTo(["warn-2", "pass"]));
            Assert.That(results[0].Message, Does.Contain("High").And.Contain("128, 512"));
            Assert.That(results[1].Values["mean"], Is.EqualTo((70.0 + 60.0 + 70.0 + ((90.0 + 71.0) / 2)) / 4));
        }
    }

    [Test]
    public void A_surplus_result_joins_the_first_of_its_bands()
    {
        var results = Check(With((4, "0.72"), (8, "0.72"), (20, "0.72"), (32, "0.1"), (512, "0.72")));

        Assert.That(results[0].Message, Does.Contain("Ultra Low"));
        Assert.That(results.Select(result => result.Key), Is.EqualTo(["warn-2", "fail"]));
    }

    [Test]
    public void Another_data_set_is_no_score_of_this_one()
        => Assert.That(
            Keys(SubmissionBuilder.V1_0Agentic().Write(AccuracySubmissions.AgenticFile(4), """{"swe_bench_lite": {"dataset_name": "swe_bench", "score": 0.9}}""")),
            Is.EqualTo("warn-3"));

    [Test]
    public void Does_not_apply_to_single_turn_curves()
        => Assert.That(Report(SubmissionBuilder.V1_0()).NotApplicable, Has.Exactly(1).Items);

    private static SubmissionBuilder With(params (int Concurrency, string Score)[] scores)
    {
        var submission = SubmissionBuilder.V1_0Agentic();
        foreach (var concurrency in (int[])[4, 8, 20, 32, 64, 128, 512])
        {
            submission.Write(AccuracySubmissions.AgenticFile(concurrency), """{"performance": {"score": 0.6}}""");
        }

        foreach (var (concurrency, score) in scores)
        {
            submission.Merge(AccuracySubmissions.AgenticFile(concurrency), $$$$"""{"swe_bench": {"score": {{{{score}}}}}}""");
        }

        return submission;
    }

    private string Keys(SubmissionBuilder submission) => string.Join(' ', Check(submission).Select(result => result.Key));
}
