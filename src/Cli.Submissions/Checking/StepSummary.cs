using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Prism.Client.Files;

namespace MlPerf.Endpoints.SubmissionCli.Checking;

/// <summary>The check as a page of a GitHub workflow.</summary>
internal static class StepSummary
{
    public static async Task AppendAsync(ToolHost host, Report report, string path, CancellationToken cancellation)
    {
        if (host.Variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } file)
        {
            // Half a table would garble what other steps append.
            await DiskFile.AppendAsync(host.Resolve(file), Encoding.UTF8.GetBytes(Text(host, report, path)), cancellation).ConfigureAwait(false);
        }
    }

    public static string Text(ToolHost host, Report report, string path)
    {
        var text = new StringBuilder();
        text.Append("## Submission check\n\n")
            .Append(report.Passed ? "✅ passed" : "❌ failed").Append(": `").Append(path.Replace("`", "", StringComparison.Ordinal)).Append("`\n\n")
            .Append(CultureInfo.InvariantCulture, $"- errors: {report.Errors.Length}\n- warnings: {report.Warnings.Length}\n- results: {report.Results.Length}\n");
        if (report.Errors.Length > 0)
        {
            text.Append("\n### Errors\n\n");
            Table(text, host, GroupedResult.Of(report, Severity.Error));
        }

        if (report.Warnings.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n<details>\n<summary>{report.Warnings.Length} warnings</summary>\n\n");
            Table(text, host, GroupedResult.Of(report, Severity.Warning));
            text.Append("\n</details>\n");
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, ToolHost host, IReadOnlyList<GroupedResult> rows)
    {
        text.Append("| Severity | Check | Message | Path |\n|---|---|---|---|\n");
        foreach (var row in rows)
        {
            var fix = row.First.Fix is { } found ? $"<br>**Fix:** {Cell(found)}" : "";
            text.Append("| ").Append(row.First.Severity is Severity.Error ? "error" : "warning")
                .Append(" | ").Append(Cell(row.Check)).Append("<br><sub>`").Append(row.First.Rule).Append("`</sub> | ")
                .Append(Cell(row.Message)).Append(fix).Append(" | ").Append(Cell(GitHubAnnotations.File(host, row.Path) ?? "")).Append(" |\n");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ');
}
