using System.Globalization;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Assembly;

namespace MlPerf.Endpoints.Prism.Client.GitHub;

/// <summary>Pull requests through the tools <c>gh</c> and <c>git</c> (submission-cli 6.7).</summary>
/// <param name="repository">The repository, <c>owner/repo</c>.</param>
/// <param name="folder">The user's working folder.</param>
/// <param name="environment">Variables of the tools; those of this process where null.</param>
public sealed class GhPullRequests(string repository, string folder, IReadOnlyDictionary<string, string>? environment = null) : IPullRequests
{
    /// <summary>Repository of submissions that the first releases used.</summary>
    public const string DefaultRepository = "MLCommons-Systems/test-endpoints-submission-repo";

    private readonly ToolRunner _tools = new(folder, environment);

    /// <inheritdoc/>
    public async Task CheckAsync(Action<string> warn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(warn);
        await _tools.MustAsync("gh", ["--version"], null, cancellationToken).ConfigureAwait(false);
        await _tools.MustAsync("gh", ["auth", "status"], null, cancellationToken).ConfigureAwait(false);
        var view = await _tools.RunAsync("gh", ["repo", "view", repository], null, cancellationToken).ConfigureAwait(false);
        if (view.ExitCode != 0)
        {
            warn($"The repository {repository} cannot be looked at ({view.Error.Trim()}); the pull request may fail.");
        }
    }

    /// <inheritdoc/>
    public async Task<PullRequest> OpenAsync(string submissionId, AssembledSubmission submission, string workFolder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var branch = BranchName(submissionId);
        var clone = await CloneAsync(workFolder, cancellationToken).ConfigureAwait(false);
        await _tools.MustAsync("git", ["checkout", "-b", branch], clone, cancellationToken).ConfigureAwait(false);
        await submission.WriteToAsync(clone, cancellationToken).ConfigureAwait(false);
        await CommitAsync(clone, $"submission: {branch}", cancellationToken).ConfigureAwait(false);
        var output = await _tools.MustAsync(
            "gh", ["pr", "create", "--title", submissionId, "--body", $"Submission {submissionId}", "--head", branch, "--repo", repository], null, cancellationToken).ConfigureAwait(false);
        return Parse(output.Trim());
    }

    /// <inheritdoc/>
    public async Task<IPullRequestBranch> FetchAsync(string submissionId, string workFolder, CancellationToken cancellationToken = default)
    {
        var branch = BranchName(submissionId);
        var clone = await CloneAsync(workFolder, cancellationToken).ConfigureAwait(false);
        await _tools.MustAsync("git", ["fetch", "--depth", "1", "origin", branch], clone, cancellationToken).ConfigureAwait(false);
        await _tools.MustAsync("git", ["checkout", "-b", branch, "FETCH_HEAD"], clone, cancellationToken).ConfigureAwait(false);
        return new Branch(this, clone);
    }

    /// <inheritdoc/>
    public async Task CloseAsync(long number, CancellationToken cancellationToken = default)
    {
        string[] arguments = ["pr", "close", number.ToString(CultureInfo.InvariantCulture), "--repo", repository];
        try
        {
            await _tools.MustAsync("gh", arguments, null, cancellationToken).ConfigureAwait(false);
        }
        catch (PullRequestException exception)
        {
            throw new PullRequestException($"Pull request {number} was not closed: {exception.Message} Close it with: gh {string.Join(' ', arguments)}", exception);
        }
    }

    internal static string BranchName(string submissionId) => $"submission-{submissionId}";

    private async Task<string> CloneAsync(string workFolder, CancellationToken cancellation)
    {
        var clone = Path.Combine(workFolder, "gh", "repo");
        Directory.CreateDirectory(Path.GetDirectoryName(clone) ?? workFolder);
        await _tools.MustAsync("gh", ["repo", "clone", repository, clone, "--", "--depth", "1"], null, cancellation).ConfigureAwait(false);
        return clone;
    }

    private async Task CommitAsync(string clone, string message, CancellationToken cancellation)
    {
        await _tools.MustAsync("git", ["add", "."], clone, cancellation).ConfigureAwait(false);
        var status = await _tools.MustAsync("git", ["status", "--porcelain"], clone, cancellation).ConfigureAwait(false);
        if (!string.IsNullOrWhiteSpace(status))
        {
            await _tools.MustAsync("git", ["commit", "-m", message], clone, cancellation).ConfigureAwait(false);
        }

        await _tools.MustAsync("git", ["push", "--set-upstream", "origin", "HEAD"], clone, cancellation).ConfigureAwait(false);
    }

    private static PullRequest Parse(string output)
        => output.StartsWith("http", StringComparison.Ordinal) && long.TryParse(output.AsSpan(output.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new PullRequest(output, number)
            : throw new PullRequestException($"'gh pr create' answered '{output}'; expected the address of a pull request.");

    private sealed class Branch(GhPullRequests requests, string clone) : IPullRequestBranch
    {
        public ISubmissionSource Files { get; } = new FolderSource(clone);

        public async Task PushAsync(AssembledSubmission submission, string message, CancellationToken cancellationToken = default)
        {
            BranchFolder.Replace(clone, submission);
            await submission.WriteToAsync(clone, cancellationToken).ConfigureAwait(false);
            await requests.CommitAsync(clone, message, cancellationToken).ConfigureAwait(false);
        }
    }
}
