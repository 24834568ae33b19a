namespace MlPerf.Endpoints.Prism.Client.GitHub;

/// <summary>A pull request.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Number">Its number.</param>
public sealed record PullRequest(string Url, long Number);
