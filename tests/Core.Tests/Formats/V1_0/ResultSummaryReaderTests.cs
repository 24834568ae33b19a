using System.Text;
using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Formats.V1_0;

public sealed class ResultSummaryReaderTests
{
    private const string Minimal = """{"n_samples_completed": 7, "duration_ns": 1000000000}""";

    [Test]
    public void Fills_in_what_may_be_absent()
    {
        var summary = Read(Minimal).Value!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.SamplesIssued.IsZero, Is.True);
            Assert.That(summary.SamplesFailed.IsZero, Is.True);
            Assert.That(summary.OutputTokensRaw, Is.Zero);
            Assert.That(summary.TpotP90Ms, Is.Null);
            Assert.That(summary.E2EAvgInteractivity, Is.Null);
            Assert.That(summary.StoredSystemTps, Is.Null);
        }
    }

    [Test]
    public void Notes_faults_in_the_order_of_the_book_whatever_the_order_of_the_file()
    {
        var problems = Read("""
            {"e2e_turn_time_seconds_total": "x", "latency": {"percentiles": {"90": null}, "total": "x"}, "tpot": [], "duration_ns": null, "n_samples_failed": 0.5, "n_samples_issued": "x"}
            """).Problems;

        Assert.That(problems.Select(problem => $"{problem.Field} {problem.Key}"), Is.EqualTo((string[])
        [
            "n_samples_issued int_parsing",
            "n_samples_completed missing",
            "n_samples_failed int_from_float",
            "duration_ns float_type",
            "tpot model_type",
            "latency.total float_parsing",
            "latency.percentiles.90 float_type",
            "e2e_turn_time_seconds_total float_parsing",
        ]));
    }

    [TestCase("n_samples_issued")]
    [TestCase("n_samples_failed")]
    [TestCase("ttft")]
    [TestCase("output_sequence_lengths")]
    public void Refuses_null_where_a_default_stands(string field)
        => Assert.That(Read($$"""{"n_samples_completed": 7, "duration_ns": 1, "{{field}}": null}""").Problems, Has.Count.EqualTo(1));

    [TestCase("output_tokens_per_turn_total")]
    [TestCase("e2e_turn_time_seconds_total")]
    public void Takes_null_for_a_sum_that_is_not_stated(string field)
        => Assert.That(Read($$"""{"n_samples_completed": 7, "duration_ns": 1, "{{field}}": null}""").Problems, Is.Empty);

    [Test]
    public void A_document_that_is_no_object_is_one_fault()
        => Assert.That(Read("[]").Problems.Select(problem => problem.Key), Is.EqualTo((string[])["model_type"]));

    [TestCase("90")]
    [TestCase("90.0")]
    [TestCase("9e1")]
    [TestCase(" 90 ")]
    [TestCase("9_0")]
    [TestCase("+90")]
    [TestCase("９０")]
    public void Reads_percentile_keys_as_numbers(string key)
        => Assert.That(Percentiles($$"""{"{{key}}": 3000000}""").Value!.TpotP90Ms, Is.EqualTo(3));

    [TestCase("0")]
    [TestCase("-0.0")]
    [TestCase("100")]
    public void Takes_percentiles_from_0_to_100(string key)
        => Assert.That(Percentiles($$"""{"{{key}}": 1}""").Problems, Is.Empty);

    [TestCase("-0.1")]
    [TestCase("100.1")]
    [TestCase("nan")]
    [TestCase("inf")]
    [TestCase("p90")]
    [TestCase("")]
    [TestCase("9__0")]
    [TestCase("90\\u0000")]
    [TestCase("0x5a")]
    public void Refuses_other_keys(string key)
    {
        var problem = Percentiles($$"""{"50": 1, "{{key}}": 1}""").Problems.Single();

        Assert.That((problem.Key, problem.Field), Is.EqualTo(("percentile-key", $"tpot.percentiles.{key.Replace("\\u0000", "\0", StringComparison.Ordinal)}")));
    }

    [Test]
    public void Two_spellings_of_one_percentile_have_one_value()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Percentiles("""{"90": 1, "90.0": 1.0}""").Problems, Is.Empty);
            Assert.That(Keys("""{"90": 1, "90.0": 2}"""), Is.EqualTo("percentile-conflict"));
            Assert.That(Keys("""{"90": NaN, "90.0": NaN}"""), Is.EqualTo("percentile-conflict"));
            Assert.That(Keys("""{"0": 1, "-0.0": 2}"""), Is.EqualTo("percentile-conflict"));
        }
    }

    [Test]
    public void Notes_the_first_bad_key_of_a_block_and_none_beside_a_bad_value()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Keys("""{"x": 1, "y": 2, "90": 1, "90.0": 2}"""), Is.EqualTo("percentile-key"));
            Assert.That(Keys("""{"x": 1, "90": "fast"}"""), Is.EqualTo("float_parsing"));
        }
    }

    [Test]
    public void A_bad_key_points_at_itself()
    {
        var problem = Read("""
            {"n_samples_completed": 7, "duration_ns": 1, "tpot": {"percentiles": {"50": 1,
              "p90": 1}}}
            """).Problems.Single();

        Assert.That((problem.Pointer, problem.Location?.Line), Is.EqualTo(("/tpot/percentiles/p90", 2)));
    }

    [Test]
    public void Derives_in_the_order_of_the_book()
    {
        var summary = Read("""
            {"n_samples_completed": 7, "duration_ns": 3000000000, "output_sequence_lengths": {"total": 10.9}, "latency": {"total": 4000000000}, "tpot": {"percentiles": {"90": 2500000}}}
            """).Value!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.DurationMs, Is.EqualTo(3000));
            Assert.That(summary.SystemTps, Is.EqualTo(10.0 / 3));
            Assert.That(summary.TpotP90Ms, Is.EqualTo(2.5));
            Assert.That(summary.E2EAvgInteractivity, Is.EqualTo(10.9 / 4));
        }
    }

    private static string Keys(string percentiles) => string.Join(' ', Percentiles(percentiles).Problems.Select(problem => problem.Key));

    private static FileReading<ResultSummary> Percentiles(string json) => Read("{\"n_samples_completed\": 7, \"duration_ns\": 1, \"tpot\": {\"percentiles\": " + json + "}}");

    private static FileReading<ResultSummary> Read(string json)
        => ResultSummaryReader.Read(DocumentReader.Read(Encoding.UTF8.GetBytes(json), SubmissionPath.Parse("result_summary.json"), DocumentLanguage.Json));
}
