namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>A finished submission on disk to register, run by run.</summary>
public sealed record LocalSubmission
{
    /// <summary>The organisation's folder.</summary>
    public required string Path { get; init; }

    /// <summary>Division, scenario, availability, dates; its runs are not read.</summary>
    public required SubmissionCreation Creation { get; init; }

    /// <summary>Result folders (relative, <c>/</c>-separated) whose runs are registered and uploaded already, with their ids.</summary>
    public IReadOnlyDictionary<string, string> RegisteredRuns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
