namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>Runs cannot be assembled into a submission.</summary>
public sealed class SubmissionAssemblyException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was found and what was expected.</param>
    /// <param name="runId">The run at fault; null where it is no single one.</param>
    /// <param name="innerException">The cause.</param>
    public SubmissionAssemblyException(string message, string? runId = null, Exception? innerException = null)
        : base(runId is null ? message : $"Run {runId}: {message}", innerException) => RunId = runId;

    /// <summary>The run at fault; null where it is no single one.</summary>
    public string? RunId { get; }

    /// <summary>Whether an input file could not be read at all, where the reference falls over instead of failing in order.</summary>
    public bool IsUnreadableInput { get; init; }
}
