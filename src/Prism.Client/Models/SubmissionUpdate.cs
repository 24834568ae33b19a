namespace MlPerf.Endpoints.Prism.Client.Models;

/// <summary>Members of a submission to change; null ones are left as they are.</summary>
public sealed record SubmissionUpdate
{
    /// <summary>The whole new list of runs.</summary>
    public IReadOnlyList<string>? RunIds { get; init; }

    /// <summary>The cycle to publish in (v0.7).</summary>
    public string? PublicationCycle { get; init; }

    /// <summary>When the system will be available; an empty text is sent.</summary>
    public string? TargetAvailabilityDate { get; init; }

    /// <summary>Not to be published before this time; an empty text is sent.</summary>
    public string? EmbargoDate { get; init; }

    /// <summary>Address of the pull request (v0.7).</summary>
    public string? PrUrl { get; init; }

    /// <summary>Number of the pull request (v0.7).</summary>
    public long? PrNumber { get; init; }

    /// <summary>New state (v0.7: <c>REVIEW_PENDING</c> at the end of creation).</summary>
    public string? Status { get; init; }
}
