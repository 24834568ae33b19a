namespace MlPerf.Endpoints.Prism.Client.Models;

/// <summary>A submission to make; members are sent in this order, null ones not at all.</summary>
public sealed record SubmissionCreate
{
    /// <summary>Protocol level of the client; null in profile v0.7.</summary>
    public string? CliVersion { get; init; }

    /// <summary><c>standardized</c>, <c>serviced</c> or <c>rdi</c>.</summary>
    public required string Division { get; init; }

    /// <summary><c>cop</c> (client on premises) or <c>con</c> (client over network).</summary>
    public required string Scenario { get; init; }

    /// <summary><c>available</c>, <c>preview</c> or <c>rdi</c>.</summary>
    public required string Availability { get; init; }

    /// <summary>Ids of the runs.</summary>
    public required IReadOnlyList<string> RunIds { get; init; }

    /// <summary>Whether it is a test; null in profile v0.7.</summary>
    public bool? IsTest { get; init; }

    /// <summary>Whether results are to be published before review.</summary>
    public required bool EarlyPublish { get; init; }

    /// <summary>The cycle to publish in (v0.7).</summary>
    public string? PublicationCycle { get; init; }

    /// <summary>When the system will be available, <c>YYYY-MM-DD</c>.</summary>
    public string? TargetAvailabilityDate { get; init; }

    /// <summary>Not to be published before this time.</summary>
    public string? EmbargoDate { get; init; }
}
