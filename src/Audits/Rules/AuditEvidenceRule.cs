using MlPerf.Endpoints.Audits.Recheck;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Rules;

/// <summary>Audit folders inside a submission hold what their verdicts say: each is judged again from its evidence.</summary>
/// <remarks>Runs only where it is asked for: the submission rules know no audit folders. Runs no command and sends nothing.</remarks>
public sealed class AuditEvidenceRule : ComplianceRule<Submission>
{
    private const string FolderName = "audit";

    private static readonly Outcome Failed = Outcome.Error(
        key: "failed",
        spec: "Audits §5",
        message: "the evidence of {audit} fails: {detail}",
        fix: "Find out why the endpoint answered as it did, and run the audit again; a failed audit is not to be submitted.");

    private static readonly Outcome Contradicted = Outcome.Error(
        key: "contradicted",
        spec: "Audits §6",
        message: "the stored verdict of {audit} is not the one that its evidence gives: {detail}",
        fix: "Submit the folder as the audit wrote it, verdict and evidence together.");

    private static readonly Outcome Unusable = Outcome.Error(
        key: "unusable",
        spec: "Audits §6",
        message: "the evidence of {audit} cannot be judged ({error}): {detail}",
        fix: "Submit the whole folder of a finished audit, with the configuration beside it.");

    private static readonly Outcome Incomplete = Outcome.Error(
        key: "incomplete",
        spec: "Audits §3.3",
        message: "a phase of {audit} did not finish ({error}): {detail}",
        fix: "Run the audit again; a verdict cannot be had from partial data.");

    private static readonly Outcome Doubtful = Outcome.Warning(
        key: "doubtful",
        spec: "Audits §6.3",
        message: "the evidence of {audit} passes, with {warning}",
        fix: "Look up the warning in the documentation of audits, and say in the submission why it is harmless.");

    private static readonly Outcome Confirmed = Outcome.Pass(
        key: "pass",
        spec: "Audits §6",
        message: "the evidence of {audit} passes");

    private readonly AuditRecheck _recheck = new(AuditRegistry.Builtin);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "audit-evidence",
        title: "Evidence of audits",
        specs: [SpecRevision.V1_0, SpecRevision.V0_7Readme, SpecRevision.V0_7Release],
        outcomes: [Failed, Contradicted, Unusable, Incomplete, Doubtful, Confirmed],
        isOptIn: true);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.Files is not { } files)
        {
            yield return NotApplicable(target, "the submission was not read from files");
            yield break;
        }

        var found = false;
        foreach (var folder in AuditFolders(files, target.Path))
        {
            found = true;
            var run = folder.Name == FolderName ? folder.Parent : folder.Parent.Parent;
            foreach (var result in Judge(_recheck.Check(files, folder, run), folder))
            {
                yield return result;
            }
        }

        if (!found)
        {
            yield return NotApplicable(target, "the submission holds no audit folder");
        }
    }

    private static IEnumerable<RuleResult> Judge(RecheckResult result, SubmissionPath folder)
    {
        NamedValue[] values = [("audit", result.AuditId), ("detail", result.Message), ("error", result.Error ?? "")];
        var first = result.Outcome switch
        {
            RecheckOutcome.Passed => Confirmed.At(folder, ("audit", result.AuditId)),
            RecheckOutcome.Failed => Failed.At(folder, values),
            RecheckOutcome.Contradicted => Contradicted.At(folder, values),
            RecheckOutcome.Incomplete => Incomplete.At(folder, values),
            _ => Unusable.At(folder, values),
        };
        return result.Outcome is RecheckOutcome.Passed
            ? result.Warnings.Select(warning => Doubtful.At(folder, ("audit", result.AuditId), ("warning", warning))).Prepend(first)
            : [first];
    }

    // Folders of that name which hold a verdict or the phases of one; a submission of another's making may have folders so called.
    private IEnumerable<SubmissionPath> AuditFolders(ISubmissionSource files, SubmissionPath root)
    {
        foreach (var folder in new FolderWalk(files).Folders(root))
        {
            var audits = folder.Path.Name == FolderName ? _recheck.FindAudits(files, folder.Path).ToList() : [];
            foreach (var audit in audits)
            {
                yield return audit;
            }

            if (audits.Count > 0)
            {
                folder.Skip();
            }
        }
    }
}
