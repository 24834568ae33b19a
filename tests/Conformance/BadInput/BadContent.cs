namespace MlPerf.Endpoints.Conformance.BadInput;

/// <summary>What a bad input is to a reader of one language: what the expected outcome depends on.</summary>
public enum BadContent
{
    /// <summary>Nothing stands there.</summary>
    Missing,

    /// <summary>A folder stands there.</summary>
    Folder,

    /// <summary>Something that is never opened: a pipe, a link to itself, to a device, out of the tree.</summary>
    Refused,

    /// <summary>A regular file that cannot be read.</summary>
    AccessDenied,

    /// <summary>No text of the language, or one beyond a bound.</summary>
    Unreadable,

    /// <summary>A text whose top level is no mapping.</summary>
    NoMapping,

    /// <summary>A mapping that has none of the fields.</summary>
    OtherMapping,

    /// <summary>The first part of the file, where that is still a mapping.</summary>
    PartOfMapping,

    /// <summary>As good as the original.</summary>
    Harmless,
}
