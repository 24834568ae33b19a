using System.Numerics;
using System.Text;
using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Formats.V1_0;

public sealed class AccuracyReaderTests
{
    [Test]
    public void Reads_what_the_client_writes()
    {
        var results = Read("""
            {
              "osl_tokenization_s": 4.2,
              "accuracy_scores": [
                {"dataset_name": "aime25", "score": 0.84, "unit_samples": 30, "num_repeats": 8, "dataset_type": "accuracy", "complete": true},
                {"dataset_name": "run", "score": 0.6, "unit_samples": 613, "dataset_type": "performance"}
              ]
            }
            """);

        var aime = results["aime25"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(aime.MainMetric, Is.EqualTo(new AccuracyMetric("score", 0.84, new SourceLocation(4, 41), "/accuracy_scores/0/score")));
            Assert.That((aime.Samples, aime.Repeats, aime.IssuedSamples, aime.Weight), Is.EqualTo(((BigInteger?)30, (BigInteger)8, (BigInteger?)240, (double?)30)));
            Assert.That(results.Inline!.Name, Is.EqualTo("run"));
            Assert.That(results.HasAccuracyRun, Is.True);
        }
    }

    [Test]
    public void Takes_the_name_from_the_key_in_a_mapping()
    {
        var results = Read("""{"swe_bench": {"dataset_name": "other", "score": 1}}""");

        Assert.That((results["swe_bench"] is not null, results["other"] is not null), Is.EqualTo((true, false)));
    }

    [Test]
    public void Leaves_bookkeeping_out_where_there_is_no_score()
    {
        var results = Read("""
            {"a": {
              "dataset_name": "a", "num_samples": 1, "status": 2, "extractor": 3, "ground_truth_column": 4, "n_repeats": 5, "complete": true, "unit_samples": 6,
              "total_samples": 7, "num_repeats": 8, "duration_s": 9, "dataset_type": 10, "response_counts": 11, "score": null,
              "rouge1": 12, "osl_tokenize_s": "0.5", "note": "none", "more": {"a": 1}
            }}
            """);

        Assert.That(results.Entries[0].Metrics.Select(metric => (metric.Name, metric.Value)), Is.EqualTo([("rouge1", 12.0), ("osl_tokenize_s", 0.5)]));
    }

    [TestCase("{\"performance\": {}}", ExpectedResult = "performance")]
    [TestCase("{\"performance\": {\"dataset_type\": null}}", ExpectedResult = null)]
    [TestCase("{\"performance\": {\"dataset_type\": \"accuracy\"}}", ExpectedResult = null)]
    [TestCase("{\"performance\": {}, \"a\": {\"dataset_type\": \"performance\"}}", ExpectedResult = "a")]
    [TestCase("{\"Performance\": {}}", ExpectedResult = null)]
    [TestCase("{\"a\": {\"dataset_type\": \"Performance\"}}", ExpectedResult = null)]
    [TestCase("{\"a\": {\"dataset_type\": [\"performance\"]}}", ExpectedResult = null)]
    public string? Finds_the_score_of_the_performance_run(string text) => Read(text).Inline?.Name;

    [Test]
    public void Keeps_the_last_of_two_values_at_the_place_of_the_first()
    {
        var results = Read("""{"a": {"score": {"x": 1, "y": 2, "x": 3}}}""");

        Assert.That(results.Entries[0].Metrics.Select(metric => (metric.Name, metric.Value)), Is.EqualTo([("x", 3.0), ("y", 2.0)]));
    }

    [Test]
    public void Reads_what_is_nested_deep()
        => Assert.That(Read($$$"""{"a": {"score": 1, "more": {{{new string('[', 900)}}}{{{new string(']', 900)}}}}}""").Entries, Has.Length.EqualTo(1));

    [Test]
    public void Tells_a_large_results_json_by_its_scores_alone()
    {
        var source = new MemorySource("submission",
        [
            new(SubmissionPath.Parse("r8/results.json"), Encoding.UTF8.GetBytes($$$"""{"log": [{{{string.Join(',', Enumerable.Repeat("1", 100_000))}}}], "accuracy_scores": {"a": {"score": 1}} }""")),
        ]);

        var file = AccuracyReader.Read(source, SubmissionPath.Parse("r8"), new Core.Formats.FormatContext(new Core.Checking.CheckerOptions()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(file!.Value!.Entries.Single().Name, Is.EqualTo("a"));
            Assert.That(file.Document.Root!["log"]!.Kind, Is.EqualTo(NodeKind.Opaque));
        }
    }

    [TestCase("results.json")]
    [TestCase("accuracy_results.json")]
    public void Reads_a_file_that_is_too_large_to_hold_by_its_scores_alone(string name)
        => Assert.That(
            ReadLarge(name, """{"responses": ["ANSWERS"], "accuracy_scores": {"a": {"score": 1}}}""")!.Value!.Entries.Single().Name,
            Is.EqualTo("a"));

    [Test]
    public void Refuses_a_file_that_is_too_large_to_hold_where_every_member_is_a_data_set()
    {
        var file = ReadLarge("accuracy_results.json", """{"a": {"score": 1, "answers": ["ANSWERS"]}}""")!;

        Assert.That((file.Value, file.Document.Problem?.ExceedsLimit), Is.EqualTo(((AccuracyResults?)null, (bool?)true)));
    }

    [Test]
    public void Tells_what_else_is_wrong_with_a_file_that_is_too_large_to_hold()
    {
        var file = ReadLarge("accuracy_results.json", "{\"accuracy_scores\": {\"a\": {\"score\": 1}},\n\"responses\": [\"ANSWERS\"],\n}")!;

        Assert.That((file.Document.Problem?.ExceedsLimit, file.Document.Problem?.Location), Is.EqualTo(((bool?)false, (SourceLocation?)new SourceLocation(3, 1))));
    }

    private static FileReading<AccuracyResults>? ReadLarge(string name, string text)
    {
        var source = MemorySource.FromTexts("submission", [new("r8/" + name, text.Replace("ANSWERS", new string('x', 20_000), StringComparison.Ordinal))]);
        var options = new Core.Checking.CheckerOptions { ReadLimits = ReadLimits.Default with { MaxFileBytes = 10_000, MaxUnknownBytes = 1_000 } };
        return AccuracyReader.Read(source, SubmissionPath.Parse("r8"), new Core.Formats.FormatContext(options));
    }

    private static AccuracyResults Read(string text)
        => AccuracyReader.Read(DocumentReader.Read(Encoding.UTF8.GetBytes(text), SubmissionPath.Parse("accuracy_results.json"), DocumentLanguage.Json)).Value!;
}
