using System.Globalization;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>Writes a report for people: findings grouped by file, each as <c>file:line:column: severity rule: message</c> with its fix below, then passes, counts and verdict.</summary>
/// <remarks>Nothing is cut. Control characters of a submission's texts are escaped, so that a file cannot write to the terminal.</remarks>
public static class TextReportWriter
{
    private const int Indent = 4;

    /// <summary>Writes one report.</summary>
    public static void Write(TextWriter output, Report report, TextReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        options ??= new TextReportOptions();
        var text = new WrappedText(output, options.Width, options.UseColor);

        if (report.Errors.Length + report.Warnings.Length > 0)
        {
            WriteFindings(text, report);
        }

        if (!options.IsQuiet)
        {
            WritePasses(text, report);
        }

        WriteVerdict(text, report, options);
    }

    /// <summary>Counts in words: <c>1 error, 2 warnings</c>.</summary>
    public static string Counts(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"{Count(report.Errors.Length, "error")}, {Count(report.Warnings.Length, "warning")}";
    }

    private static void WriteFindings(WrappedText text, Report report)
    {
        string? group = null;
        foreach (var result in Grouped(report))
        {
            var file = result.DisplayFile ?? result.DisplayPath ?? "";
            if (group is not null && group != file)
            {
                text.EndLine();
            }

            group = file;
            WriteFinding(text, result, file);
        }

        text.EndLine();
    }

    // Files in the order of their first finding; within a file by place, then in the report's order.
    private static IEnumerable<CheckResult> Grouped(Report report)
        => report.Results.Where(result => result.Severity is not Severity.Info)
            .GroupBy(result => result.DisplayFile ?? result.DisplayPath ?? "", StringComparer.Ordinal)
            .SelectMany(group => group.OrderBy(result => result.Line ?? 0).ThenBy(result => result.Column ?? 0));

    private static void WriteFinding(WrappedText text, CheckResult result, string file)
    {
        if (file.Length > 0)
        {
            var place = result is { Line: { } line, Column: { } column } ? string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}:") : file + ":";
            text.Write(place, TextColor.Dim);
            text.Space();
        }

        text.Write(SeverityNames.Of(result.Severity), result.Severity is Severity.Error ? TextColor.Error : TextColor.Warning);
        text.Space();
        text.Write(result.Rule + ":", TextColor.Rule);
        text.Words(result.Message, Indent);
        if (result.SpecReference.Length > 0)
        {
            text.Space(Indent);
            text.Write($"[{result.SpecReference}]", TextColor.Dim);
        }

        text.EndLine();
        if (result.Fix is { } fix)
        {
            text.Write(new string(' ', Indent), TextColor.None);
            text.Write("fix:", TextColor.Fix);
            text.Words(fix, Indent + 5);
            text.EndLine();
        }
    }

    private static void WritePasses(WrappedText text, Report report)
    {
        // By rule, in the order of their first pass.
        var (rules, counts) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var result in report.Results)
        {
            if (result.Severity is Severity.Info)
            {
                counts.TryGetValue(result.Rule, out var count);
                counts[result.Rule] = count + 1;
                if (count == 0)
                {
                    rules.Add(result.Rule);
                }
            }
        }

        if (rules.Count > 0)
        {
            text.Write("passes:", TextColor.Dim);
            text.Words(string.Join(", ", rules.Select(rule => counts[rule] == 1 ? rule : string.Create(CultureInfo.InvariantCulture, $"{rule} ×{counts[rule]}"))), 8);
            text.EndLine();
            text.EndLine();
        }
    }

    private static void WriteVerdict(WrappedText text, Report report, TextReportOptions options)
    {
        var passed = report.IsAcceptable(options.IsStrict);
        text.Write(passed ? "PASSED" : "FAILED", passed ? TextColor.Passed : TextColor.Error);
        text.Words($"{report.SubmissionPath} ({report.Revision.Name}{(report.Revision.Dialect is { } dialect ? $", dialect {dialect}" : "")}): {Counts(report)}, {Count(report.Results.Length - report.Errors.Length - report.Warnings.Length, "pass", "passes")}", Indent);
        text.EndLine();
    }

    private static string Count(int count, string one, string? many = null)
        => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
