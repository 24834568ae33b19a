using MlPerf.Endpoints.Core.Reporting;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>One line a submission, for checks of several.</summary>
internal static class SummaryTable
{
    public static void Write(TextWriter text, List<Report> reports, TextReportOptions options)
    {
        var width = reports.Max(report => report.SubmissionPath.Length);
        foreach (var report in reports)
        {
            var verdict = report.IsAcceptable(options.IsStrict) ? "PASSED" : "FAILED";
            text.Write($"{verdict}  {report.SubmissionPath.PadRight(width)}  {report.Revision,-14}  {TextReportWriter.Counts(report)}\n");
        }

        var failed = reports.Count(report => !report.IsAcceptable(options.IsStrict));
        text.Write($"{reports.Count} submissions: {reports.Count - failed} passed, {failed} failed\n");
    }
}
