using MlPerf.Endpoints.Prism.Client.Assembly;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>A submission to make.</summary>
public sealed record SubmissionCreation
{
    /// <summary>The division.</summary>
    public required string Division { get; init; }

    /// <summary><c>cop</c> or <c>con</c>.</summary>
    public required string Scenario { get; init; }

    /// <summary>The availability.</summary>
    public required string Availability { get; init; }

    /// <summary>Ids of the runs.</summary>
    public IReadOnlyList<string> RunIds { get; init; } = [];

    /// <summary>Local run folders or archives to assemble from instead; for dry runs only.</summary>
    public IReadOnlyList<RunInput> LocalRuns { get; init; } = [];

    /// <summary>Folders whose contents go into <c>src/</c> (v1.0).</summary>
    public IReadOnlyList<string> SharedSources { get; init; } = [];

    /// <summary>Folders whose contents go into <c>docs/</c> (v1.0).</summary>
    public IReadOnlyList<string> SharedDocuments { get; init; } = [];

    /// <summary>Whether results are published before review.</summary>
    public bool EarlyPublish { get; init; }

    /// <summary>The cycle to publish in (v0.7).</summary>
    public string? PublicationCycle { get; init; }

    /// <summary>When the system will be available.</summary>
    public string? TargetAvailabilityDate { get; init; }

    /// <summary>Not to be published before this time.</summary>
    public string? EmbargoDate { get; init; }

    /// <summary>Whether it is a test (v1.0).</summary>
    public bool IsTest { get; init; }

    /// <summary>Whether to stop after the check.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Id of a submission whose record is there and whose bundle is missing; null to make a record.</summary>
    public string? ResumeId { get; init; }
}
