namespace MlPerf.Endpoints.Prism.Client.Runs;

/// <summary>A run folder cannot be registered: files are missing or cannot be read.</summary>
public sealed class RunFolderException : Exception
{
    /// <summary>Makes an exception.</summary>
    public RunFolderException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Relative paths of the files that are missing; empty where the fault is another.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
