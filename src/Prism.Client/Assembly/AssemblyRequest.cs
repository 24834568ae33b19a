using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>What a submission is to be made of.</summary>
public sealed record AssemblyRequest
{
    /// <summary>The layout: <see cref="SpecRevision.V1_0"/>, <see cref="SpecRevision.V0_7Release"/> or <see cref="SpecRevision.V0_7Readme"/>.</summary>
    public required SpecRevision Revision { get; init; }

    /// <summary>The runs, in order: the first decides names and conflicts.</summary>
    public required IReadOnlyList<RunInput> Runs { get; init; }

    /// <summary>The division, in any case.</summary>
    public required string Division { get; init; }

    /// <summary>The availability, in any case.</summary>
    public required string Availability { get; init; }

    /// <summary>The submission's id; null before there is one (v1.0).</summary>
    public string? SubmissionId { get; init; }

    /// <summary>When the system will be available, <c>YYYY-MM-DD</c>; null to keep what the descriptions say (v1.0).</summary>
    public string? TargetAvailabilityDate { get; init; }

    /// <summary>Folders whose contents go into <c>src/</c> (v1.0).</summary>
    public IReadOnlyList<string> SharedSources { get; init; } = [];

    /// <summary>Folders whose contents go into <c>docs/</c> (v1.0).</summary>
    public IReadOnlyList<string> SharedDocuments { get; init; } = [];

    /// <summary>Whether the reference's own oddities are kept where docs/deviations.md says that this restores them. Default false.</summary>
    public bool ReferenceBehaviour { get; init; }
}
