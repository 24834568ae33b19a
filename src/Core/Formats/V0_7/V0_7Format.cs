using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Spec v0.7: system descriptions in <c>systems/</c>, curves below <c>pareto/</c>, in two dialects.</summary>
public sealed class V0_7Format : ISubmissionFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<SpecRevision> Revisions { get; } = [SpecRevision.V0_7Readme, SpecRevision.V0_7Release];

    /// <inheritdoc/>
    public SpecRevision? Recognise(ISubmissionSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return IsFolder(source, DialectLayout.Pareto) || IsFolder(source, DialectLayout.Systems)
            ? DialectDetection.Detect(source, ReadLimits.Default).Revision
            : null;
    }

    /// <inheritdoc/>
    public Submission Read(ISubmissionSource source, SpecRevision revision, FormatContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        var layout = revision.Dialect is null ? DialectDetection.Detect(source, context.Options.ReadLimits) : DialectLayout.For(revision);
        return new SubmissionReader(source, layout, context).Read();
    }

    private static bool IsFolder(ISubmissionSource source, string name) => source.KindOf(SubmissionPath.Root / name) is EntryKind.Folder;
}
