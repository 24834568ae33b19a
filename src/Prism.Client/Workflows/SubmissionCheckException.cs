using MlPerf.Endpoints.Core.Reporting;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>An assembled submission did not pass the check, so nothing was uploaded.</summary>
public sealed class SubmissionCheckException : Exception
{
    /// <summary>Makes an exception.</summary>
    public SubmissionCheckException(Report report)
        : base($"The submission does not pass the check: {report?.Errors.Length} {(report?.Errors.Length == 1 ? "error" : "errors")}.") => Report = report!;

    /// <summary>The report.</summary>
    public Report Report { get; }
}
