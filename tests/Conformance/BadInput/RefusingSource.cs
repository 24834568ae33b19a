using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Conformance.BadInput;

/// <summary>A source that refuses to give one of its files, as an operating system does where a user has no right to read.</summary>
/// <remarks>Tests may run as a user who may read everything: permissions on disk would show nothing then.</remarks>
internal sealed class RefusingSource(ISubmissionSource inner, SubmissionPath refused) : ISubmissionSource
{
    public string DisplayRoot => inner.DisplayRoot;

    public EntryKind KindOf(SubmissionPath path) => inner.KindOf(path);

    public IReadOnlyList<SourceEntry> List(SubmissionPath folder) => inner.List(folder);

    public SourceContent Read(SubmissionPath file, long maxBytes)
        => file == refused ? new SourceContent(default, new SourceProblem(SourceProblemKind.AccessDenied, "the operating system refuses access")) : inner.Read(file, maxBytes);

    public Stream Open(SubmissionPath file) => file == refused ? throw new IOException("the operating system refuses access") : inner.Open(file);
}
