using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Tools;

/// <summary>A folder whose reports show the path as the user typed it, wherever the process stands.</summary>
internal sealed class DisplayedFolder(ToolHost host, string typed, SourceLimits? limits = null) : ISubmissionSource
{
    private readonly FolderSource _folder = new(host.Resolve(typed), limits);

    public string DisplayRoot { get; } = new MemorySource(typed, []).DisplayRoot;

    public EntryKind KindOf(SubmissionPath path) => _folder.KindOf(path);

    public IReadOnlyList<SourceEntry> List(SubmissionPath folder) => _folder.List(folder);

    public SourceProblem? WhyUnlisted(SubmissionPath folder) => _folder.WhyUnlisted(folder);

    public SourceContent Read(SubmissionPath file, long maxBytes) => _folder.Read(file, maxBytes);

    public Stream Open(SubmissionPath file) => _folder.Open(file);
}
