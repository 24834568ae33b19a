using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Model;
using MlPerf.Endpoints.Rules.Mlx.Schema;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Formats;

/// <summary>MLX Benchmark Result envelopes: a JSON file, a JSON Lines file (<c>.jsonl</c>, <c>.ndjson</c>), or a folder of either.</summary>
/// <param name="schema">The states of the schema; each is a dialect.</param>
public sealed class MlxFormat(EnvelopeSchema schema) : ISubmissionFormat
{
    /// <summary>The name of the spec: <c>--spec mlx</c>.</summary>
    public const string SpecName = "mlx";

    /// <summary>Envelopes of any state.</summary>
    public static SpecRevision Spec { get; } = new(SpecName);

    /// <inheritdoc/>
    public IReadOnlyList<SpecRevision> Revisions
        => [.. schema.Dialects.OrderBy(dialect => dialect is EnvelopeSchema.Current ? 0 : 1).Select(dialect => new SpecRevision(SpecName, dialect))];

    /// <inheritdoc/>
    public SpecRevision? Recognise(ISubmissionSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return EnvelopeFiles.HoldEnvelopes(source) ? new SpecRevision(SpecName, EnvelopeSchema.Current) : null;
    }

    /// <inheritdoc/>
    public Submission Read(ISubmissionSource source, SpecRevision revision, FormatContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        var dialect = revision.Dialect ?? EnvelopeSchema.Current;
        var reader = new EnvelopeReader(source, new MlxValidator(schema, dialect), context);
        var root = source.KindOf(SubmissionPath.Root);
        if (root is EntryKind.Folder)
        {
            foreach (var file in EnvelopeFiles.Below(source, SubmissionPath.Root, context.Options.SourceLimits))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                reader.Read(file, EnvelopeFiles.KindOf(file.Name));
            }
        }
        else if (root is not EntryKind.Missing)
        {
            reader.Read(SubmissionPath.Root, EnvelopeFiles.KindOf(source.DisplayRoot));
        }

        return new MlxSubmission
        {
            Path = SubmissionPath.Root,
            Revision = new SpecRevision(SpecName, dialect),
            Root = root,
            SystemsAbsence = "envelopes are no submission",
            Envelopes = reader.Envelopes,
            UnlistedValid = reader.UnlistedValid,
            UnlistedInvalid = reader.UnlistedInvalid,
        };
    }
}
