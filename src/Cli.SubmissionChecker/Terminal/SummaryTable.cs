using MlPerf.Endpoints.Core.Reporting;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>One line a submission, for checks of several.</summary>
internal static class SummaryTable
{
    public static void Write(TerminalWriter output, List<Report> reports, bool isStrict)
    {
        var width = reports.Max(report => report.SubmissionPath.Length);
        foreach (var report in reports)
        {
            var verdict = report.IsAcceptable(isStrict) ? "PASSED" : "FAILED";
            output.WriteLine($"{verdict}  {report.SubmissionPath.PadRight(width)}  {report.Revision,-14}  {TextReportWriter.Counts(report)}");
        }

        var failed = reports.Count(report => !report.IsAcceptable(isStrict));
        output.WriteLine($"{reports.Count} submissions: {reports.Count - failed} passed, {failed} failed");
    }
}
