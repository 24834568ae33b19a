using System.Globalization;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Export;

namespace Acme.CustomHarness;

/// <summary>Measures one point after the other, lets the checker judge each before it goes on, and writes what was found as envelopes.</summary>
public static class Harness
{
    /// <summary>Runs; 0 where every point was measured, 1 where a finding stopped it.</summary>
    public static async Task<int> RunAsync(HarnessOptions options, TextWriter log, CancellationToken stop = default)
    {
        var folder = new SubmissionFolder(options);
        folder.Begin();
        using var client = new ChatClient(options.Endpoint, options.Model, options.MaxTokens);
        foreach (var concurrency in options.Concurrencies)
        {
            var measured = await Measurement.TakeAsync(client, concurrency, options.Requests, stop);
            var point = folder.Add(measured);
            var findings = Judge(options.Folder, point);
            await log.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{point}: {measured.Samples.Count} of {measured.Issued} answered in {measured.Duration.TotalSeconds:F1} s, {findings.Count} findings"));
            foreach (var finding in findings)
            {
                await log.WriteLineAsync($"  {finding.Rule}: {finding.Message}");
            }

            if (findings.Any(finding => finding.Severity is Severity.Error && !options.Tolerated.Contains(finding.Rule)))
            {
                await log.WriteLineAsync("Stopped: measuring the next point would not mend this one.");
                return 1;
            }
        }

        await FinishAsync(options, log);
        return 0;
    }

    // What an unfinished curve lacks is nothing that the point is to blame for.
    private static List<CheckResult> Judge(string submission, string point)
        => [.. Check(submission).Results.Where(result => result.Severity is not Severity.Info
            && result.Path is { } path && (path == point || path.StartsWith(point + "/", StringComparison.Ordinal)))];

    private static Report Check(string submission) => new SubmissionChecker(submission, new CheckerOptions { Spec = "v1.0" }).Run();

    private static async Task FinishAsync(HarnessOptions options, TextWriter log)
    {
        var report = Check(options.Folder);
        var export = MlxExporter.Export(report.Submission, new MlxExportOptions { CheckerPassed = report.Passed });
        var envelopes = Directory.CreateDirectory(Path.Combine(options.Folder, "..", "envelopes"));
        foreach (var file in export.Files)
        {
            await File.WriteAllBytesAsync(Path.Combine(envelopes.FullName, file.Name), file.Utf8.ToArray());
            await log.WriteLineAsync($"wrote {file.Name}");
        }

        foreach (var problem in export.Problems)
        {
            await log.WriteLineAsync(problem);
        }

        await log.WriteLineAsync("\nconcurrency   tokens/s   tokens/s per user   TTFT P50 ms");
        foreach (var point in report.Submission.Curves.SelectMany(curve => curve.MeasuredPoints))
        {
            await log.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{point.Concurrency,11}   {point.Summary.SystemTps,8:F1}   {1000 / point.Summary.TpotP90Ms,17:F1}   {point.Summary.Ttft.Percentile(50) / 1e6,11:F2}"));
        }
    }
}
