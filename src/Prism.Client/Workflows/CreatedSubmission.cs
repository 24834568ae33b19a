using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.GitHub;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>A submission that was assembled, and unless it was a dry run, made.</summary>
public sealed record CreatedSubmission
{
    /// <summary>The id; null after a dry run.</summary>
    public string? Id { get; init; }

    /// <summary>What was assembled.</summary>
    public required AssembledSubmission Submission { get; init; }

    /// <summary>The check's report; null where there was no check.</summary>
    public Report? Report { get; init; }

    /// <summary>The pull request; null where none was opened.</summary>
    public PullRequest? PullRequest { get; init; }

    /// <summary>Files with sizes and hashes, and the tools that made them.</summary>
    public required SubmissionManifest Manifest { get; init; }

    /// <summary>Ids of runs that were registered on the way (from a submission on disk).</summary>
    public IReadOnlyList<string> RunIds { get; init; } = [];
}
