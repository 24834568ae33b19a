using System.Diagnostics;
using System.Text;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Testing.Building;
using MlPerf.Endpoints.Testing.Snapshots;

namespace MlPerf.Endpoints.Conformance;

/// <summary>Each kind of file of the clean samples, replaced by each kind of rubbish: always a complete report, which says what is wrong with the file.</summary>
/// <remarks>The reviewed tables hold what is said of the file itself, and the exit code that follows from the whole report.</remarks>
[Category("Slow")]
[Platform("Linux", Reason = "Pipes and devices.")]
public sealed class BadInputTests
{
    private const string V1_0 = "results/acme_a8/llama3_1-8b";
    private const string Readme = "pareto/lumen-mi325x8/llama2-70b";
    private const string Release = "pareto/kestrel-b200x8/Llama-3_1-8B-Instruct";

    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(20);

    [TestCase("v1.0/standardized", $"{V1_0}/r48/point.yaml", $"{V1_0}/r48/config.yaml", $"{V1_0}/r48/system_desc.json", $"{V1_0}/r48/result_summary.json",
        $"{V1_0}/r48/accuracy_results.json", "results/acme_a8/system_power.json", "src/vllm/README.md")]
    [TestCase("v0.7/release", "systems/kestrel-b200x8.json", $"{Release}/points/point_8.yaml", $"{Release}/results/point_8/results_summary.json")]
    [TestCase("v0.7/readme", "systems/lumen-mi325x8.json", $"{Readme}/points/point_4.yaml", $"{Readme}/results/point_4/mlperf_endpoints_log_summary.json",
        $"{Readme}/accuracy/accuracy_result.json")]
    public void Gives_a_complete_report(string sample, params string[] files)
    {
        var table = new StringBuilder();
        foreach (var file in files)
        {
            table.Append(file).Append('\n');
            foreach (var kind in BadInput.All)
            {
                table.Append("    ").Append(kind.Name).Append(": ").Append(Judge(sample, file, kind)).Append('\n');
            }
        }

        Snapshot.Match(table.ToString(), sample.Replace('/', '_'));
    }

    private static string Judge(string sample, string file, BadInput kind)
    {
        using var folder = new TemporaryFolder();
        var root = Path.Combine(folder.Path, "submission");
        var submission = SubmissionBuilder.FromSample(sample);
        submission.WriteTo(root);
        kind.Apply(Path.Combine(root, file), submission.Read(file));

        var started = Stopwatch.GetTimestamp();
        var options = new CheckerOptions { Spec = submission.Revision.Name, Dialect = submission.Revision.Dialect ?? "auto" };
        var report = new SubmissionChecker(kind.Source(root, SubmissionPath.Parse(file)), options).Run();

        var said = report.Results.Where(result => result.Severity is not Severity.Info && (result.Path == file || result.File == file)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(LongestCheck), $"{file}: {kind.Name}");
            Assert.That(report.HasRuleFailures, Is.False, $"{file}: {kind.Name}");
            Assert.That(report.Results, Is.Not.Empty, $"{file}: {kind.Name}");
            Assert.That(said.Select(result => result.Message), Is.All.Not.Empty.And.All.Length.LessThan(5_000), $"{file}: {kind.Name}");
            Assert.That(said.Select(result => result.Fix), Is.All.Not.Null.And.All.Not.Empty, $"{file}: {kind.Name}");
        }

        var findings = said.CountBy(result => $"{SeverityNames.Of(result.Severity)} {result.Rule}/{result.Key}").Select(finding => finding.Value == 1 ? finding.Key : $"{finding.Value} × {finding.Key}");
        return $"{(said.Count == 0 ? "-" : string.Join(", ", findings))} → {(report.Passed ? 0 : 1)}";
    }
}
