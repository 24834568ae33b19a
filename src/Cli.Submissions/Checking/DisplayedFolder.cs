using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.SubmissionCli.Checking;

/// <summary>A folder whose reports show the path as the user typed it, wherever the process stands.</summary>
internal sealed class DisplayedFolder(string typed, string resolved) : ISubmissionSource
{
    private readonly FolderSource _folder = new(resolved);

    public string DisplayRoot { get; } = new MemorySource(typed, []).DisplayRoot;

    public EntryKind KindOf(SubmissionPath path) => _folder.KindOf(path);

    public IReadOnlyList<SourceEntry> List(SubmissionPath folder) => _folder.List(folder);

    public SourceContent Read(SubmissionPath file, long maxBytes) => _folder.Read(file, maxBytes);

    public Stream Open(SubmissionPath file) => _folder.Open(file);
}
