namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>A run folder to register.</summary>
public sealed record RunRegistration
{
    /// <summary>The folder.</summary>
    public required string Path { get; init; }

    /// <summary>When the run may be deleted; the service's own term where null.</summary>
    public string? ExpiresAt { get; init; }

    /// <summary>Whether to keep the run past its expiry.</summary>
    public bool Pinned { get; init; }

    /// <summary>Whether it is a test, which cannot be changed later.</summary>
    public bool IsTest { get; init; }

    /// <summary>Id of a run whose record is there and whose archive is missing; null to register anew.</summary>
    public string? ResumeId { get; init; }
}
