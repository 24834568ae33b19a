namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Kinds of <see cref="SourceProblem"/>.</summary>
public enum SourceProblemKind
{
    /// <summary>Nothing stands at the path.</summary>
    Missing,

    /// <summary>A folder stands where a file is wanted.</summary>
    IsFolder,

    /// <summary>A device, a pipe or a socket: never opened.</summary>
    NotRegular,

    /// <summary>A link that leads out of the tree (<see cref="SourceLimits.FollowLinks"/> is off).</summary>
    LinkOutside,

    /// <summary>A link that leads to itself.</summary>
    LinkLoop,

    /// <summary>Larger than <see cref="Reading.ReadLimits.MaxFileBytes"/>.</summary>
    TooLarge,

    /// <summary>The operating system refuses.</summary>
    AccessDenied,

    /// <summary>Any other failure of the operating system.</summary>
    Failed,
}
