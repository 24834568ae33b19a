using MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Accuracy;

public sealed class AccuracyCoverageRuleTests : BuiltinRuleContract<AccuracyCoverageRule>
{
    private const string Point512 = $"{AccuracySubmissions.Curve}/r512/point.yaml";

    [TestCase(new[] { 8, 12, 64, 512 }, ExpectedResult = "pass pass-2")]
    [TestCase(new[] { 12, 24, 64, 512 }, ExpectedResult = "pass pass-2")]
    [TestCase(new[] { 8, 12, 24, 512 }, ExpectedResult = "pass pass-2")]
    [TestCase(new[] { 12, 64, 512 }, ExpectedResult = "missing-bands pass-2")]
    [TestCase(new[] { 8, 12, 24, 64, 512 }, ExpectedResult = "extra-results pass-2")]
    [TestCase(new[] { 8, 12, 64, 128, 512 }, ExpectedResult = "pass pass-2")]
    [TestCase(new[] { 8, 12, 64, 128, 256, 512 }, ExpectedResult = "extra-results pass-2")]
    [TestCase(new[] { 8, 12, 64, 256 }, ExpectedResult = "pass fail")]
    [TestCase(new int[0], ExpectedResult = "missing-bands fail")]
    public string Matches_runs_with_bands(int[] concurrencies) => Keys(AccuracySubmissions.WithRunsAt(concurrencies));

    [TestCase(9, ExpectedResult = "pass pass-2")]
    [TestCase(16, ExpectedResult = "pass pass-2")]
    [TestCase(17, ExpectedResult = "missing-bands extra-results pass-2")]
    public string Low_ends_where_its_region_ends(int concurrency) => Keys(AccuracySubmissions.WithRunsAt(8, concurrency, 64, 512));

    [TestCase(32, ExpectedResult = "pass pass-2")]
    [TestCase(33, ExpectedResult = "missing-bands extra-results pass-2")]
    public string Ultra_Low_reaches_to_32_whatever_the_lowest_point(int concurrency) => Keys(AccuracySubmissions.WithRunsAt(12, concurrency, 64, 512));

    [Test]
    public void Names_the_bands_that_are_missing()
    {
        var result = Check(AccuracySubmissions.WithRunsAt(8, 512))[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Path, Is.EqualTo(AccuracySubmissions.Curve));
            Assert.That(result.Message, Does.Contain("Low Concurrency, Medium Concurrency").And.Contain("5"));
            Assert.That(result.Message, Does.Not.Contain("Ultra").And.Not.Contain("High"));
        }
    }

    [Test]
    public void Names_the_run_that_is_left_over()
    {
        var result = Check(AccuracySubmissions.WithRunsAt(8, 12, 24, 64, 512))[0];

        Assert.That(result.File, Is.EqualTo(AccuracySubmissions.File(64)));
        Assert.That(result.Message, Does.Contain("64"));
    }

    [Test]
    public void Counts_no_score_of_the_performance_run()
        => Assert.That(
            Keys(AccuracySubmissions.WithRunsAt(12, 64, 512).Write(AccuracySubmissions.File(8), """{"performance": {"score": {"rouge1": 38.71}}}""")),
            Is.EqualTo("missing-bands pass-2"));

    [TestCase("{\"performance\": {\"dataset_type\": null}}", ExpectedResult = "pass pass-2")]
    [TestCase("{\"performance\": {}}", ExpectedResult = "missing-bands pass-2")]
    [TestCase("{\"a\": {\"dataset_type\": \"performance\"}}", ExpectedResult = "missing-bands pass-2")]
    [TestCase("{\"a\": {\"dataset_type\": \"performance\"}, \"performance\": {}}", ExpectedResult = "pass pass-2")]
    [TestCase("{\"a\": {}}", ExpectedResult = "pass pass-2")]
    public string Tells_accuracy_runs_from_performance_runs(string text) => Keys(AccuracySubmissions.WithRunsAt(12, 64, 512).Write(AccuracySubmissions.File(8), text));

    [Test]
    public void Counts_a_point_that_cannot_be_read()
        => Assert.That(Keys(SubmissionBuilder.V1_0().Write($"{AccuracySubmissions.Curve}/r8/point.yaml", "- no")), Is.EqualTo("pass pass-2"));

    [Test]
    public void Asks_a_point_that_cannot_be_read_for_no_Offline_run()
        => Assert.That(Keys(SubmissionBuilder.V1_0().Write(Point512, "- no")), Is.EqualTo("pass"));

    [Test]
    public void A_dedicated_Offline_run_stands_for_no_band()
        => Assert.That(Keys(SubmissionBuilder.V1_0().Set(Point512, "offline", "dedicated")), Is.EqualTo("missing-bands pass-2"));

    [Test]
    public void Of_two_points_with_one_concurrency_the_last_counts()
        => Assert.That(
            Keys(SubmissionBuilder.V1_0().Copy($"{AccuracySubmissions.Curve}/r8", $"{AccuracySubmissions.Curve}/r9")
                .Write($"{AccuracySubmissions.Curve}/r9/accuracy_results.json", """{"performance": {"score": 1}}""")),
            Is.EqualTo("missing-bands pass-2"));

    [Test]
    public void Says_nothing_where_the_regions_are_unknown()
    {
        var submission = SubmissionBuilder.V1_0();
        foreach (var file in submission.Paths.Where(path => path.EndsWith("/system_desc.json", StringComparison.Ordinal)).ToList())
        {
            submission.Set(file, "max_supported_concurrency", 32);
        }

        var report = Report(submission);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Results, Is.Empty);
            Assert.That(report.NotApplicable.Single().Reason, Does.Contain("regions"));
        }
    }

    [Test]
    public void Asks_four_runs_of_an_agentic_curve()
    {
        var submission = SubmissionBuilder.V1_0Agentic();
        Assert.That(Keys(submission), Is.EqualTo("pass"));

        submission.Remove(AccuracySubmissions.AgenticFile(512));
        Assert.That(Check(submission).Single().Message, Does.Contain("High").And.Contain("4 are required"));
    }

    private string Keys(SubmissionBuilder submission) => string.Join(' ', Check(submission).Select(result => result.Key));
}
