using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Model;

namespace MlPerf.Endpoints.Rules.Mlx.Rules;

/// <summary>There is something to judge, and what is not listed one by one is at least counted.</summary>
public sealed class MlxDocumentsRule : ComplianceRule<MlxSubmission>
{
    private static readonly Outcome Missing = Outcome.Error(
        key: "missing", spec: "", message: "there is nothing at this path, expected a file of envelopes or a folder of such files", fix: "Give the path of an existing file or folder.");

    private static readonly Outcome None = Outcome.Error(
        key: "none", spec: "", message: "there is no envelope here", fix: "Give a JSON file, a JSON Lines file, or a folder with files that end in .json, .jsonl or .ndjson.");

    private static readonly Outcome UnlistedInvalid = Outcome.Error(
        key: "unlisted-invalid", spec: "MLX Benchmark Result v1", message: "{count} further documents are no valid envelopes and are not listed", fix: "Mend what is listed and check again.");

    private static readonly Outcome UnlistedValid = Outcome.Pass(
        key: "unlisted-valid", spec: "MLX Benchmark Result v1", message: "{count} further envelopes are valid and are not listed");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "mlx-documents", title: "Documents", specs: [MlxFormat.Spec], outcomes: [Missing, None, UnlistedInvalid, UnlistedValid]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MlxSubmission target)
    {
        if (target.Root is EntryKind.Missing)
        {
            yield return Missing.At(target.Path);
        }
        else if (target.Envelopes.Count == 0)
        {
            yield return None.At(target.Path);
        }
        else if (target is { UnlistedInvalid: 0, UnlistedValid: 0 })
        {
            yield return NotApplicable(target, "every document is listed by itself");
        }

        if (target.UnlistedInvalid > 0)
        {
            yield return UnlistedInvalid.At(target.Path, ("count", target.UnlistedInvalid));
        }

        if (target.UnlistedValid > 0)
        {
            yield return UnlistedValid.At(target.Path, ("count", target.UnlistedValid));
        }
    }
}
