using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Conformance;

/// <summary>Places of findings as a report gives them: the reader's own stand in the tests of reading; these hold the way from there through model and rules.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PlacesTests
{
    private const string V0_7 = "v0.7/release";
    private const string V1_0 = "v1.0/standardized";
    private const string Curve0_7 = "pareto/kestrel-b200x8/Llama-3_1-8B-Instruct";
    private const string Curve1_0 = "results/acme_a8/llama3_1-8b";

    // What is replaced in the file (nothing: all of it), by what, and the first error that then speaks of the file.
    [TestCase(V0_7, Curve0_7 + "/points/point_8.yaml", "concurrency: 8", "concurrency: eight", "point-config-valid", 1, 14, "/concurrency")]
    [TestCase(V0_7, Curve0_7 + "/points/point_8.yaml", "concurrency: 8\n", "# \U0001F680\r\n{}: 1\r\n", "point-config-valid", 2, 1, null)]
    [TestCase(V0_7, Curve0_7 + "/points/point_8.yaml", "concurrency: 8\n", "", "point-config-valid", 1, 1, "")]
    [TestCase(V0_7, Curve0_7 + "/points/point_8.yaml", "  min_duration_ms: 600000", "  min_duration_ms: &d 1.5", "point-config-valid", 6, 23, "/runtime_settings/min_duration_ms")]
    [TestCase(V0_7, Curve0_7 + "/points/point_8.yaml", "dataset: cnn_dailymail", "dataset: 2026-05-01", "point-config-valid", 3, 10, "/dataset")]
    [TestCase(V0_7, Curve0_7 + "/points/point_8.yaml", "  load_pattern: concurrency", "  load_pattern:\tconcurrency", "point-config-valid", 5, 16, null)]
    [TestCase(V0_7, Curve0_7 + "/points/point_8.yaml", "  load_pattern: concurrency", "  load_pattern: poisson", "load-pattern", 5, 17, "/runtime_settings/load_pattern")]
    [TestCase(V0_7, Curve0_7 + "/results/point_8/results_summary.json", "\"n_samples_issued\": 15713,", "\"n_samples_issued\": \"many\",", "result-file-valid", 2, 23, "/n_samples_issued")]
    [TestCase(V0_7, Curve0_7 + "/results/point_8/results_summary.json", "{\n  \"n_samples_issued\": 15713,", "{\r\n\t\"\u00E9\": \"\U0001F680\", \"n_samples_issued\": null,", "result-file-valid", 2, 32, "/n_samples_issued")]
    [TestCase(V0_7, Curve0_7 + "/results/point_8/results_summary.json", "  \"n_samples_completed\": 15713,\n", "", "result-file-valid", 1, 1, "")]
    [TestCase(V0_7, Curve0_7 + "/results/point_8/results_summary.json", "      \"90\": 39929000.0,", "      \"90\": [],", "result-file-valid", 10, 13, "/ttft/percentiles/90")]
    [TestCase(V0_7, Curve0_7 + "/results/point_8/results_summary.json", "\"n_samples_failed\": 0,", "\"n_samples_failed\": 0", "result-file-valid", 5, 3, null)]
    [TestCase(V1_0, Curve1_0 + "/r8/point.yaml", "concurrency: 8", "concurrency: eight", "point-config-valid", 1, 14, "/concurrency")]
    [TestCase(V1_0, Curve1_0 + "/r8/point.yaml", "concurrency: 8\n", "\uFEFFconcurrency: [8]\r\n", "point-config-valid", 1, 14, "/concurrency")]
    [TestCase(V1_0, Curve1_0 + "/r8/point.yaml", "    model_seed: 9315206023656308754", "    model_seed: 0x", "point-config-valid", 11, 17, "/runtime_settings/runtime/model_seed")]
    [TestCase(V1_0, Curve1_0 + "/r8/point.yaml", "dataset: cnn_dailymail", "dataset: *set", "point-config-valid", 3, 10, null)]
    [TestCase(V1_0, Curve1_0 + "/r8/config.yaml", "", "- list\n", "config-file-present", 1, 1, null)]
    [TestCase(V1_0, Curve1_0 + "/r8/result_summary.json", "\"duration_ns\": 660000000000", "\"duration_ns\": \"long\"", "result-file-valid", 7, 18, "/duration_ns")]
    [TestCase(V1_0, Curve1_0 + "/r8/result_summary.json", "\"complete\": true", "\"complete\": True", "result-file-valid", 9, 15, null)]
    [TestCase(V1_0, Curve1_0 + "/r8/result_summary.json", "\"50.0\": 40000000", "\"half\": 40000000", "result-file-valid", 13, null, "/ttft/percentiles/half")]
    public void A_finding_has_the_place_of_its_fault(string sample, string file, string replaced, string by, string rule, int line, int? column, string? pointer)
    {
        var builder = SubmissionBuilder.FromSample(sample);
        var text = builder.ReadText(file);
        var at = text.IndexOf(replaced, StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThanOrEqualTo(0));
        var changed = replaced.Length == 0 ? by : string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + replaced.Length));

        var finding = builder.Write(file, changed).Check().Errors.First(error => error.Rule == rule && error.File == file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Line, Is.EqualTo(line), finding.Message);
            Assert.That(finding.Column, column is null ? Is.Not.Null : Is.EqualTo(column), finding.Message);
            Assert.That(finding.Pointer, pointer is null ? Is.Null.Or.Empty : Is.EqualTo(pointer), finding.Message);
        }
    }
}
