using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Prism.Client.Models;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>What became of a submission that was changed.</summary>
public sealed record ChangedSubmission
{
    /// <summary>What was done.</summary>
    public required SubmissionChangeKind Kind { get; init; }

    /// <summary>The record after the change; null where the service was not asked.</summary>
    public SubmissionRecord? Record { get; init; }

    /// <summary>The runs that it has now.</summary>
    public IReadOnlyList<string> RunIds { get; init; } = [];

    /// <summary>The check's report; null where there was no check.</summary>
    public Report? Report { get; init; }
}
