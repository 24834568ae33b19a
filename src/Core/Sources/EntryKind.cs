namespace MlPerf.Endpoints.Core.Sources;

/// <summary>What stands at a path.</summary>
public enum EntryKind
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>Something that exists but is never opened: a device, a pipe, a socket, a link that leads out of the tree or to itself.</summary>
    Refused,
}
