using System.Numerics;
using System.Text;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7;

/// <summary>Input on which the reference falls over, each kind in each file that it can stand in: one finding, never a pass, and no failed rule.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CrashingInputTests
{
    private const string Point = "point-config-valid " + ReleaseSample.Points + "/point_256.yaml";
    private const string Summary = ReleaseSample.Model + "/results/point_256/results_summary.json";

    [TestCaseSource(nameof(Cases))]
    public void Gives_the_one_finding(SubmissionBuilder submission, string expected)
    {
        var report = submission.Check();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Errors.Concat(report.Warnings).Select(result => $"{result.Rule} {result.Path}"), Is.EqualTo(new[] { expected }));
            Assert.That(report.Passed, Is.False);
        }
    }

    private static IEnumerable<TestCaseData> Cases()
    {
        var depth = new string('[', 2000) + new string(']', 2000);
        var digits = new string('9', 4301);
        foreach (var (kind, spoil) in new (string, Func<string, byte[]>)[]
        {
            ("invalid UTF-8", text => [.. Encoding.UTF8.GetBytes(text), 0xff, 0xfe]),
            ("UTF-16", text => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]),
            ("Latin-1", text => Encoding.Latin1.GetBytes(text.Replace(":", ": \"é\", \"x\":", StringComparison.Ordinal))),
        })
        {
            yield return Release($"description, {kind}", ReleaseSample.Description, spoil("""{"a": 1}"""), $"system-description-valid {ReleaseSample.Description}");
            yield return Release($"summary, {kind}", Summary, spoil("""{"a": 1}"""), $"result-file-valid {Summary}");
            yield return Release($"accuracy, {kind}", ReleaseSample.Accuracy, spoil("""{"a": 1}"""), $"accuracy-valid {ReleaseSample.Accuracy}");
            yield return Release($"point, {kind}", ReleaseSample.Point(256), spoil("{a: 1}"), Point);
            yield return Readme($"description, {kind}", ReadmeSample.Description, spoil("""{"a": 1}"""), $"system-description-valid {ReadmeSample.Description}");
            yield return Readme($"summary, {kind}", ReadmeSample.Summary(16), spoil("""{"a": 1}"""), $"result-file-valid {ReadmeSample.Summary(16)}");
            yield return Readme($"accuracy, {kind}", ReadmeSample.Accuracy, spoil("""{"a": 1}"""), $"accuracy-valid {ReadmeSample.Accuracy}");
        }

        foreach (var (kind, value) in new[] { ("nesting", depth), ("digits", digits), ("open nesting", new string('[', 5000)) })
        {
            yield return Release($"description, {kind}", ReleaseSample.Description, $$"""{"x": {{value}} }""", $"system-description-valid {ReleaseSample.Description}");
            yield return Release($"summary, {kind}", Summary, $$"""{"x": {{value}} }""", $"result-file-valid {Summary}");
            yield return Release($"accuracy, {kind}", ReleaseSample.Accuracy, $$"""{"x": {"y": {{value}} } }""", $"accuracy-valid {ReleaseSample.Accuracy}");
            yield return Readme($"accuracy, {kind}", ReadmeSample.Accuracy, $$"""{"x": {{value}} }""", $"accuracy-valid {ReadmeSample.Accuracy}");
            yield return Release($"point, {kind}", ReleaseSample.Point(256), $"concurrency: 256\nx: {value}\n", Point);
        }

        foreach (var value in new[]
        {
            "2026-02-30", "2026-13-01", "2026-02-03T25:00:00", "2026-02-03 10:61:00", "0x_", "0b_", "!!int ten", "!!float ten", "!!bool maybe", "!!timestamp soon",
        })
        {
            yield return Release($"point, {value}", ReleaseSample.Point(256), $"concurrency: 256\nx: {value}\n", Point);
            yield return Readme($"point, {value}", ReadmeSample.Point(16), $"concurrency: 16\nx: {value}\n", $"point-config-valid {ReadmeSample.Point(16)}");
        }

        foreach (var value in new[] { "NaN", "Infinity", "-Infinity", "1e400" })
        {
            yield return Merged($"tokens, {value}", $$$"""{"output_sequence_lengths": {"total": {{{value}}} } }""", "metric-consistency-output-tokens");
        }

        foreach (var value in new[] { "\"fast\"", "[1]", "{}", "\"1\"", "\"inf\"", BigInteger.Pow(10, 400).ToString() })
        {
            yield return Merged($"system_tps, {value[..Math.Min(8, value.Length)]}", $$"""{"system_tps": {{value}} }""", "metric-consistency-system-tps");
            yield return Merged($"tps_per_user, {value[..Math.Min(8, value.Length)]}", $$"""{"tps_per_user": {{value}} }""", "metric-consistency-tps-per-user");
        }

        yield return Release("score beyond doubles", ReleaseSample.Accuracy, $$$"""{"a": {"score": {"rouge1": {{{BigInteger.Pow(10, 400)}}} } } }""", $"accuracy-gate {ReleaseSample.Accuracy}");
        yield return Release("infinite sample count", ReleaseSample.Accuracy, """{"a": {"num_samples": Infinity}}""", $"accuracy-sample-count {ReleaseSample.Accuracy}");
        yield return new TestCaseData(
            ReleaseSample.Clean().Set(ReleaseSample.Description, "max_supported_concurrency", BigInteger.Pow(10, 400)), $"region-computation {ReleaseSample.Description}").SetArgDisplayNames("maximum beyond doubles");
        yield return new TestCaseData(
            ReadmeSample.Clean().Set(ReadmeSample.Description, "max_supported_concurrency", BigInteger.Pow(10, 400)), $"region-computation {ReadmeSample.Description}").SetArgDisplayNames("readme: maximum beyond doubles");
    }

    private static TestCaseData Release(string name, string file, string text, string expected) => Release(name, file, Encoding.UTF8.GetBytes(text), expected);

    private static TestCaseData Release(string name, string file, byte[] bytes, string expected)
        => new TestCaseData(WithSpareAccuracy().Write(file, bytes), expected).SetArgDisplayNames(name);

    private static TestCaseData Readme(string name, string file, string text, string expected) => Readme(name, file, Encoding.UTF8.GetBytes(text), expected);

    private static TestCaseData Readme(string name, string file, byte[] bytes, string expected)
        => new TestCaseData(ReadmeSample.Clean().Write(file, bytes), expected).SetArgDisplayNames($"readme: {name}");

    private static TestCaseData Merged(string name, string fragment, string rule)
        => new TestCaseData(ReleaseSample.Clean().Merge(Summary, fragment), $"{rule} {Summary}").SetArgDisplayNames(name);

    // A second accuracy file, so that a broken first one is the only fault.
    private static SubmissionBuilder WithSpareAccuracy() => ReleaseSample.Clean().Copy(ReleaseSample.Accuracy, $"{ReleaseSample.Results(64)}/accuracy/results.json");
}
