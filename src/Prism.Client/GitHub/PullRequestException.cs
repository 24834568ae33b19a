namespace MlPerf.Endpoints.Prism.Client.GitHub;

/// <summary>A step of the pull request failed: a tool is missing or failed, or GitHub refused.</summary>
public sealed class PullRequestException : Exception
{
    /// <summary>Makes an exception.</summary>
    public PullRequestException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
