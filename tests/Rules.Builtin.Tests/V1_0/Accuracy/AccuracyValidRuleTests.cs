using MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Accuracy;

public sealed class AccuracyValidRuleTests : BuiltinRuleContract<AccuracyValidRule>
{
    private static readonly string HugeInteger = new('7', 400);

    protected override IEnumerable<SubmissionBuilder> FurtherCases =>
    [
        AccuracySubmissions.With($$$$"""{"a": {"score": {"rouge1": {{{{HugeInteger}}}}}}}"""),
        SubmissionBuilder.V1_0().Remove(AccuracySubmissions.File(8)).AddFolder(AccuracySubmissions.File(8)),
    ];

    [TestCase("", ExpectedResult = "parse-error")]
    [TestCase("\uFEFF{\"a\": {\"score\": 1}}", ExpectedResult = "parse-error")]
    [TestCase("{\"a\": {\"score\": 1},}", ExpectedResult = "parse-error")]
    [TestCase("7", ExpectedResult = "dict_type")]
    [TestCase("null", ExpectedResult = "dict_type")]
    [TestCase("\"\"", ExpectedResult = "dict_type")]
    [TestCase("{\"a\": 1}", ExpectedResult = "dict_type")]
    [TestCase("{\"a\": null}", ExpectedResult = "dict_type")]
    [TestCase("{\"a\": 1, \"b\": []}", ExpectedResult = "dict_type dict_type")]
    [TestCase("{\"accuracy_scores\": 0}", ExpectedResult = "scores-not-collection")]
    [TestCase("{\"accuracy_scores\": null}", ExpectedResult = "scores-not-collection")]
    [TestCase("{\"accuracy_scores\": \"\", \"a\": {}}", ExpectedResult = "scores-not-collection")]
    [TestCase("[\"a\", 1]", ExpectedResult = "entry-not-mapping")]
    [TestCase("[{\"score\": 1}]", ExpectedResult = "entry-unnamed")]
    [TestCase("[{\"dataset_name\": 7, \"score\": 1}]", ExpectedResult = "entry-unnamed")]
    [TestCase("[{\"dataset_name\": \" \\u001c\\u00a0\", \"score\": 1}]", ExpectedResult = "entry-unnamed")]
    [TestCase("[{\"dataset_name\": \"a\", \"score\": 1}, {\"dataset_name\": \"a\"}]", ExpectedResult = "dataset-duplicate")]
    [TestCase("[{\"dataset_name\": \"a\", \"score\": 1}, {\"dataset_name\": \"a \", \"score\": 1}]", ExpectedResult = "")]
    [TestCase("[{\"dataset_name\": \"a\"}]", ExpectedResult = "score-missing")]
    [TestCase("[{\"dataset_name\": \"a\", \"score\": null}]", ExpectedResult = "")]
    [TestCase("{\"a\": {}}", ExpectedResult = "")]
    [TestCase("{\"accuracy_scores\": {\"accuracy_scores\": {}}}", ExpectedResult = "")]
    [TestCase("{\"accuracy_scores\": {\"accuracy_scores\": []}}", ExpectedResult = "dict_type")]
    [TestCase("{}", ExpectedResult = "fail")]
    [TestCase("[]", ExpectedResult = "fail")]
    [TestCase("{\"accuracy_scores\": []}", ExpectedResult = "fail")]
    [TestCase("{\"a\": {\"dataset_type\": \"performance\"}, \"b\": {\"dataset_type\": \"performance\"}}", ExpectedResult = "performance-duplicate")]
    [TestCase("{\"a\": {\"dataset_type\": \"performance\"}, \"performance\": {}}", ExpectedResult = "")]
    public string Names_the_fault(string text) => Keys(AccuracySubmissions.With(text));

    [TestCase("13368", "13368.0", ExpectedResult = "")]
    [TestCase("1", "true", ExpectedResult = "")]
    [TestCase("0.0", "false", ExpectedResult = "")]
    [TestCase("null", "null", ExpectedResult = "")]
    [TestCase("[1, {\"a\": 2}]", "[1.0, {\"a\": 2}]", ExpectedResult = "")]
    [TestCase("9007199254740993", "9007199254740992.0", ExpectedResult = "alias-conflict")]
    [TestCase("13368", "13367", ExpectedResult = "alias-conflict")]
    [TestCase("13368", "\"13368\"", ExpectedResult = "alias-conflict")]
    [TestCase("null", "0", ExpectedResult = "alias-conflict")]
    [TestCase("NaN", "NaN", ExpectedResult = "alias-conflict")]
    [TestCase("{\"a\": 1}", "{\"b\": 1}", ExpectedResult = "alias-conflict")]
    public string Compares_both_names_of_a_count_by_value(string native, string canonical)
        => Keys(AccuracySubmissions.With($$$$"""[{"dataset_name": "a", "score": 1, "unit_samples": {{{{native}}}}, "num_samples": {{{{canonical}}}}}]"""));

    [Test]
    public void Ends_a_list_with_its_first_defect()
        => Assert.That(Keys(AccuracySubmissions.With("""[{"dataset_name": "a"}, 7, {}]""")), Is.EqualTo("score-missing"));

    [Test]
    public void Asks_nothing_of_the_kind_in_a_mapping()
        => Assert.That(Keys(AccuracySubmissions.With("""{"a": {"unit_samples": 1, "num_samples": 2}, " ": {"dataset_name": 7}}""")), Is.Empty);

    [TestCase("{\"accuracy_scores\": 0}", ExpectedResult = "scores-not-collection")]
    [TestCase("{\"accuracy_scores\": \"\"}", ExpectedResult = "scores-not-collection")]
    [TestCase("{\"accuracy_scores\": {\"a\": 1}}", ExpectedResult = "dict_type")]
    [TestCase("{\"accuracy_scores\": null}", ExpectedResult = "")]
    [TestCase("{\"accuracy_scores\": {}}", ExpectedResult = "")]
    [TestCase("{\"a\": 1}", ExpectedResult = "")]
    [TestCase("[7]", ExpectedResult = "")]
    [TestCase("{", ExpectedResult = "")]
    public string Reads_the_scores_of_results_json(string text)
        => Keys(SubmissionBuilder.V1_0().Remove(AccuracySubmissions.File(8)).Write($"{AccuracySubmissions.Curve}/r8/results.json", text));

    [Test]
    public void Reports_results_json_where_it_cannot_be_decoded()
    {
        var result = Check(SubmissionBuilder.V1_0().Remove(AccuracySubmissions.File(8)).Write($"{AccuracySubmissions.Curve}/r8/results.json", [0x7B, 0xFF, 0x7D])).Single();

        Assert.That((result.Key, result.Path), Is.EqualTo(("parse-error", $"{AccuracySubmissions.Curve}/r8/results.json")));
    }

    [Test]
    public void Never_looks_at_results_json_beside_an_accuracy_file()
        => Assert.That(Keys(SubmissionBuilder.V1_0().Write($"{AccuracySubmissions.Curve}/r8/results.json", [0xFF])), Is.Empty);

    [Test]
    public void Reports_results_json_where_it_is_nested_too_deep()
        => Assert.That(
            Keys(SubmissionBuilder.V1_0().Remove(AccuracySubmissions.File(8)).Write($"{AccuracySubmissions.Curve}/r8/results.json", $"{{\"a\": {new string('[', 5000)}")),
            Is.EqualTo("parse-error"));

    [TestCase("{\"score\": {\"rouge1\": HUGE}}", ExpectedResult = "number-out-of-range")]
    [TestCase("{\"num_samples\": HUGE, \"score\": 1}", ExpectedResult = "number-out-of-range")]
    [TestCase("{\"num_samples\": Infinity, \"score\": null}", ExpectedResult = "number-out-of-range")]
    [TestCase("{\"num_samples\": 1, \"n_repeats\": 1e999}", ExpectedResult = "number-out-of-range")]
    [TestCase("{\"num_samples\": 1e308, \"score\": \"1e999\"}", ExpectedResult = "")]
    [TestCase("{\"num_samples\": \"Infinity\", \"score\": Infinity}", ExpectedResult = "")]
    public string Refuses_a_number_that_cannot_be_computed_with(string entry)
        => Keys(AccuracySubmissions.With($$$$"""{"a": {{{{entry.Replace("HUGE", HugeInteger, StringComparison.Ordinal)}}}}}"""));

    [Test]
    public void Leaves_numbers_alone_that_no_gate_computes_with()
    {
        var submission = SubmissionBuilder.V1_0Agentic();

        Assert.That(Keys(submission.Merge(AccuracySubmissions.AgenticFile(4), """{"accuracy_scores": [{"dataset_name": "performance", "score": 0.6, "num_samples": 1e999}]}""")), Is.Empty);
        Assert.That(Keys(submission.Set(AccuracySubmissions.AgenticFile(4), "accuracy_scores.0.score", System.Numerics.BigInteger.Parse(HugeInteger))), Is.EqualTo("number-out-of-range"));
    }

    [Test]
    public void Says_where_the_fault_is()
    {
        var result = Check(AccuracySubmissions.With("""
            [
              {"dataset_name": "a/b", "score": 1},
              {"dataset_name": "a/b", "score": 1}
            ]
            """)).Single();

        Assert.That(
            (result.Path, result.File, result.Line, result.Pointer),
            Is.EqualTo((AccuracySubmissions.File(8), AccuracySubmissions.File(8), 3, "/1/dataset_name")));
    }

    [Test]
    public void Gives_no_path_but_the_file_where_there_is_no_data_set()
    {
        var result = Check(AccuracySubmissions.With("{}")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Path, Is.Null);
            Assert.That(result.File, Is.EqualTo(AccuracySubmissions.File(8)));
            Assert.That(result.Message, Does.Contain("accuracy_results.json"));
        }
    }

    [Test]
    public void Looks_at_points_that_cannot_be_read_last()
    {
        var results = Check(AccuracySubmissions.With("7").Write(AccuracySubmissions.File(12), "7").Write($"{AccuracySubmissions.Curve}/r8/point.yaml", "- no"));

        Assert.That(results.Select(result => result.Path), Is.EqualTo([AccuracySubmissions.File(12), AccuracySubmissions.File(8)]));
    }

    private string Keys(SubmissionBuilder submission) => string.Join(' ', Check(submission).Select(result => result.Key));
}
