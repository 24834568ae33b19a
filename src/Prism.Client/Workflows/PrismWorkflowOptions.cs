using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.GitHub;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>Settings of <see cref="PrismWorkflows"/>.</summary>
public sealed record PrismWorkflowOptions
{
    /// <summary>Which releases' requests and layout. Default <see cref="PrismProfile.V1_0"/>.</summary>
    public PrismProfile Profile { get; init; } = PrismProfile.V1_0;

    /// <summary>Checks an assembled submission; null to leave that to the service.</summary>
    public Func<ISubmissionSource, CancellationToken, Task<Report>>? Check { get; init; }

    /// <summary>Pull requests; null for none.</summary>
    public IPullRequests? PullRequests { get; init; }

    /// <summary>Bounds on archives.</summary>
    public ArchiveLimits ArchiveLimits { get; init; } = ArchiveLimits.Default;

    /// <summary>Whether the reference's own oddities are kept where docs/deviations.md says that this restores them. Default false.</summary>
    public bool ReferenceBehaviour { get; init; }

    /// <summary>Whether what a failed workflow made stays, to be continued. Default false: it is undone.</summary>
    public bool KeepsOnFailure { get; init; }

    /// <summary>Parent of temporary folders; the system's where null.</summary>
    public string? TemporaryFolder { get; init; }
}
