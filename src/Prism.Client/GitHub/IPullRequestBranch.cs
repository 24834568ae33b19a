using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Assembly;

namespace MlPerf.Endpoints.Prism.Client.GitHub;

/// <summary>The branch of a submission as it was fetched.</summary>
public interface IPullRequestBranch
{
    /// <summary>The files of the branch.</summary>
    ISubmissionSource Files { get; }

    /// <summary>Makes the organisation's folder on the branch the given one, and pushes it where anything changed.</summary>
    /// <exception cref="PullRequestException">A step failed.</exception>
    Task PushAsync(AssembledSubmission submission, string message, CancellationToken cancellationToken = default);
}
