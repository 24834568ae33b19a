namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>Runs cannot be added to a submission any more (Submission Rules §8).</summary>
public sealed class AddingRunsException : Exception
{
    /// <summary>Makes an exception.</summary>
    public AddingRunsException(IReadOnlyList<string> runIds)
        : base($"Runs cannot be added to a submission (Submission Rules §8): {string.Join(", ", runIds)}. Make a new submission with them.") => RunIds = runIds;

    /// <summary>The runs that the submission does not have.</summary>
    public IReadOnlyList<string> RunIds { get; }
}
