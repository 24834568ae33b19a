using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.SubmissionCli.Rendering;

namespace MlPerf.Endpoints.SubmissionCli.Checking;

/// <summary>The check on standard output: for people as the checker writes it, in GitHub's logs as tables with foldable parts.</summary>
internal static class CheckOutput
{
    public static void Write(ToolHost host, Report report, bool isGitHub, bool isQuiet, bool isStrict)
    {
        if (!isGitHub)
        {
            TextReports.Write(host, report, isQuiet, isStrict);
            return;
        }

        Table(host, report, "errors", Severity.Error, isFolded: false);
        Table(host, report, "warnings", Severity.Warning, isFolded: true);
        if (!isQuiet)
        {
            Table(host, report, "passes", Severity.Info, isFolded: true);
        }

        host.Output.WriteLine($"{(report.IsAcceptable(isStrict) ? "PASSED" : "FAILED")} {report.SubmissionPath}: {TextReportWriter.Counts(report)}");
    }

    private static void Table(ToolHost host, Report report, string name, Severity severity, bool isFolded)
    {
        var rows = GroupedResult.Of(report, severity);
        if (rows.Count == 0)
        {
            return;
        }

        var title = $"Submission check of {report.SubmissionPath}: {rows.Sum(row => row.Count)} {name}";
        if (isFolded)
        {
            host.Output.WriteLine($"::group::{title}");
        }

        var table = new TextTable(title, "Check", "Severity", "Message", "Path");
        foreach (var row in rows)
        {
            table.Add(TableCell.Of(row.Check, row.First.Rule), severity.ToString().ToLowerInvariant(), row.First.Fix is { } fix ? TableCell.Of(row.Message, $"Fix: {fix}") : row.Message, row.Path);
        }

        table.Write(host.Output);
        if (isFolded)
        {
            host.Output.WriteLine("::endgroup::");
        }
    }
}
