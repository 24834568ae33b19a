namespace MlPerf.Endpoints.Prism.Client.GitHub;

/// <summary>Settings of <see cref="GitHubRestPullRequests"/>.</summary>
public sealed class GitHubRestOptions
{
    /// <summary>The repository, <c>owner/repo</c>.</summary>
    public string Repository { get; set; } = GhPullRequests.DefaultRepository;

    /// <summary>Address of the API; another for GitHub Enterprise. Default <c>https://api.github.com</c>.</summary>
    public string ApiAddress { get; set; } = "https://api.github.com";

    /// <summary>A token that may write contents and pull requests.</summary>
    public string? Token { get; set; }
}
