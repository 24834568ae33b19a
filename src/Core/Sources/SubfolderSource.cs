namespace MlPerf.Endpoints.Core.Sources;

/// <summary>A folder of another source as a source of its own, so that each of several submissions can be checked by itself.</summary>
public sealed class SubfolderSource : ISubmissionSource
{
    private readonly ISubmissionSource _source;
    private readonly SubmissionPath _folder;

    /// <summary>Makes a source of a folder, which need not exist.</summary>
    /// <param name="source">The source that holds the folder.</param>
    /// <param name="folder">The folder.</param>
    public SubfolderSource(ISubmissionSource source, SubmissionPath folder)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _folder = folder;
        DisplayRoot = Sources.DisplayRoot.Join(source.DisplayRoot, folder);
    }

    /// <inheritdoc/>
    public string DisplayRoot { get; }

    /// <inheritdoc/>
    public EntryKind KindOf(SubmissionPath path) => _source.KindOf(Outer(path));

    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> List(SubmissionPath folder) => _source.List(Outer(folder));

    /// <inheritdoc/>
    public SourceProblem? WhyUnlisted(SubmissionPath folder) => _source.WhyUnlisted(Outer(folder));

    /// <inheritdoc/>
    public SourceContent Read(SubmissionPath file, long maxBytes) => _source.Read(Outer(file), maxBytes);

    /// <inheritdoc/>
    public Stream Open(SubmissionPath file) => _source.Open(Outer(file));

    private SubmissionPath Outer(SubmissionPath path) => path.IsRoot ? _folder : _folder.IsRoot ? path : _folder / path.Value;
}
