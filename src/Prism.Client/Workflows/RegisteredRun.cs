namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>A run that was registered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ArchiveUri">Where the service keeps the archive, if it says so.</param>
public sealed record RegisteredRun(string Id, string? ArchiveUri);
