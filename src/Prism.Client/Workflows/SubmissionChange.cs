namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>A change of a submission.</summary>
public sealed record SubmissionChange
{
    /// <summary>The submission.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>The runs that it is to have; null to leave them.</summary>
    public IReadOnlyList<string>? RunIds { get; init; }

    /// <summary>The cycle to publish in (v0.7); null to leave it.</summary>
    public string? PublicationCycle { get; init; }

    /// <summary>When the system will be available; null to leave it.</summary>
    public string? TargetAvailabilityDate { get; init; }

    /// <summary>Not to be published before this time; null to leave it.</summary>
    public string? EmbargoDate { get; init; }

    /// <summary>Folders whose contents go into <c>src/</c> (v1.0).</summary>
    public IReadOnlyList<string> SharedSources { get; init; } = [];

    /// <summary>Folders whose contents go into <c>docs/</c> (v1.0).</summary>
    public IReadOnlyList<string> SharedDocuments { get; init; } = [];
}
