using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

public partial class Submission
{
    /// <summary>Where the given folder is no submission but several of its subfolders look like one: those subfolders, ordered by code point (v1.0). Else empty.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>Folders of another revision's layout that stand at the root, by name (v1.0).</summary>
    public IReadOnlyList<string> ForeignFolders { get; init; } = [];

    /// <summary><c>src/</c> (v1.0).</summary>
    public ExpectedEntry SourceFolder { get; init; } = ExpectedEntry.None;

    /// <summary>The folders below <c>src/</c>, ordered by code point (v1.0).</summary>
    public IReadOnlyList<Implementation> Implementations { get; init; } = [];

    /// <summary>Entries of <c>results/</c> (v1.0) that are not looked into though a system may stand behind them; <c>systems/</c> itself (v0.7) where it may not be listed.</summary>
    public IReadOnlyList<UnreadableEntry> UnreadableSystems { get; init; } = [];
}
