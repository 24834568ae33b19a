namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Bounds on what is read of a submission. A submission is a stranger's upload; docs/limits.md lists every bound with the rule that reports it.</summary>
public sealed record SourceLimits
{
    /// <summary>The defaults.</summary>
    public static SourceLimits Default { get; } = new();

    /// <summary>Largest file that is read, in bytes. Default 64 MiB.</summary>
    public long MaxFileBytes { get; init; } = 64L << 20;

    /// <summary>Most entries that are listed of one folder. Default 100,000.</summary>
    public int MaxEntriesPerFolder { get; init; } = 100_000;

    /// <summary>Whether links that lead out of the submission are followed, as the reference does. Default false.</summary>
    public bool FollowLinks { get; init; }
}
