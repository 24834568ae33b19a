namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>A command failed for a reason of its own; the message is all there is to say.</summary>
/// <param name="kind">The kind, for programs.</param>
/// <param name="message">What was found and what was expected.</param>
internal sealed class CommandException(string kind, string message) : Exception(message)
{
    public string Kind => kind;
}
