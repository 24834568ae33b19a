using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A file or folder that the layout asks for, and what stands there.</summary>
/// <param name="Path">Where it is expected.</param>
/// <param name="Found">What stands there.</param>
public sealed record ExpectedEntry(SubmissionPath Path, EntryKind Found)
{
    /// <summary>Of a layout that asks for no such entry.</summary>
    public static ExpectedEntry None { get; } = new(SubmissionPath.Root, EntryKind.Missing);

    /// <summary>Whether a folder stands there.</summary>
    public bool IsFolder => Found is EntryKind.Folder;

    /// <summary>Whether anything stands there.</summary>
    public bool Exists => Found is not EntryKind.Missing;

    /// <summary>What stands there, for messages: "is missing", "is a file".</summary>
    public string Describe() => Found switch
    {
        EntryKind.Missing => "is missing",
        EntryKind.File => "is a file",
        EntryKind.Folder => "is a folder",
        _ => "is a link that leads out of the submission or to itself, or no regular file",
    };
}
