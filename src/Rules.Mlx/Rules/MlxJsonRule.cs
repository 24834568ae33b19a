using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Model;

namespace MlPerf.Endpoints.Rules.Mlx.Rules;

/// <summary>An envelope is a JSON text in UTF-8 (RFC 8259), without byte order mark, comments and literals such as <c>NaN</c>.</summary>
/// <remarks>A document that is none has this one finding and no other.</remarks>
public sealed class MlxJsonRule : ComplianceRule<UnreadableEnvelope>
{
    private static readonly Outcome Unparsable = Outcome.Error(
        key: "unparsable",
        spec: "RFC 8259",
        message: "the document is no JSON: {detail}",
        fix: "Write one JSON value in UTF-8; several documents go into a file that ends in .jsonl, one a line.");

    private static readonly Outcome Unreadable = Outcome.Error(
        key: "unreadable",
        spec: "",
        message: "the document cannot be read: {detail}",
        fix: "Give a regular file that may be read and keeps to the limits.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "mlx-json", title: "JSON text", specs: [MlxFormat.Spec], outcomes: [Unparsable, Unreadable]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(UnreadableEnvelope target)
    {
        var (kind, detail, location) = target.Problem;
        return [(kind is DocumentProblemKind.Io || target.Problem.ExceedsLimit ? Unreadable : Unparsable).At(target.At(location), ("detail", detail))];
    }
}
