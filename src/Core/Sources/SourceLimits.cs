namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Bounds on what a source hands out. A submission is a stranger's upload; docs/limits.md lists every bound with the rule that reports it.</summary>
public sealed record SourceLimits
{
    /// <summary>The defaults.</summary>
    public static SourceLimits Default { get; } = new();

    /// <summary>Whether links that lead out of the submission are followed, as the reference does. Default false.</summary>
    public bool FollowLinks { get; init; }

    /// <summary>Most folders that are listed where a whole tree is searched. Default 100,000.</summary>
    public int MaxFolders { get; init; } = 100_000;

    /// <summary>Most levels that are descended where a whole tree is searched. Default 64.</summary>
    public int MaxFolderDepth { get; init; } = 64;
}
