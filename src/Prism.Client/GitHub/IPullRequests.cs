using MlPerf.Endpoints.Prism.Client.Assembly;

namespace MlPerf.Endpoints.Prism.Client.GitHub;

/// <summary>Pull requests of submissions: through the tools <c>gh</c> and <c>git</c>, or through GitHub's REST API.</summary>
public interface IPullRequests
{
    /// <summary>Makes sure that the other steps can work; what may still work is warned of.</summary>
    /// <exception cref="PullRequestException">They cannot.</exception>
    Task CheckAsync(Action<string> warn, CancellationToken cancellationToken = default);

    /// <summary>Puts a submission on a branch of its own and opens a pull request.</summary>
    /// <param name="submissionId">Names the branch and the request.</param>
    /// <param name="submission">What goes onto the branch.</param>
    /// <param name="workFolder">Folder for temporary files.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="PullRequestException">A step failed.</exception>
    Task<PullRequest> OpenAsync(string submissionId, AssembledSubmission submission, string workFolder, CancellationToken cancellationToken = default);

    /// <summary>Fetches the branch of a submission.</summary>
    /// <exception cref="PullRequestException">A step failed.</exception>
    Task<IPullRequestBranch> FetchAsync(string submissionId, string workFolder, CancellationToken cancellationToken = default);

    /// <summary>Closes a pull request.</summary>
    /// <exception cref="PullRequestException">A step failed; the message says how to close it by hand.</exception>
    Task CloseAsync(long number, CancellationToken cancellationToken = default);
}
