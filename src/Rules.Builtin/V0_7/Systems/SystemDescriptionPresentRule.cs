using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Systems;

/// <summary>At least one system is described (policy §8.2): an entry of <c>systems/</c> whose name ends in <c>.json</c>, whatever it holds.</summary>
public sealed class SystemDescriptionPresentRule : ComplianceRule<Submission>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#1",
        message: "systems/ holds no file whose name ends in .json, at least one system description is expected",
        fix: "Describe each system in a file systems/<system>.json; the ending is written in lower case.");

    private static readonly Outcome Unreadable = Outcome.Error(
        key: "io-error",
        spec: "#1",
        message: "{path} is not looked into: {error}",
        fix: "Put a folder that can be read in this place; if it is a link out of the submission, the folder itself, or check with --follow-links.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "system-description-present", title: "System description present", specs: [SpecRevision.V0_7], outcomes: [Absent, Unreadable], order: 30);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        yield return submission.SystemsAbsence is { } reason ? NotApplicable(submission, reason)
            : submission.UnreadableSystems is [var (path, error), ..] ? Unreadable.At(path, ("path", $"{path}/"), ("error", error))
            : submission.Systems.Count == 0 ? Absent.At(submission.Path / "systems")
            : NotApplicable(submission, "there is a system description");
    }
}
