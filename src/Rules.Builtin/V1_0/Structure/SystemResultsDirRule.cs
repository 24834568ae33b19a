using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>The folder <c>results</c> holds at least one system.</summary>
public sealed class SystemResultsDirRule : ComplianceRule<Submission>
{
    private static readonly Outcome Empty = Outcome.Error(
        key: "fail",
        spec: "§1",
        message: "results/ holds no folder, at least one system is required",
        fix: "Put the results into results/<system>/<model>/r<concurrency>/.");

    private static readonly Outcome Unreadable = Outcome.Error(
        key: "io-error",
        spec: "§1",
        message: "{name} is not looked into: {error}",
        fix: "Put a folder that can be read in this place; if it is a link out of the submission, the folder itself, or check with --follow-links.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "system-results-dir", title: "System results directory", specs: [SpecRevision.V1_0], outcomes: [Empty, Unreadable], order: 70);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        foreach (var (path, detail) in submission.UnreadableSystems)
        {
            yield return Unreadable.At(path, ("name", path.Name), ("error", detail));
        }

        if (submission.SystemsAbsence is { } reason)
        {
            yield return NotApplicable(submission, reason);
        }
        else if (submission.Systems.Count == 0 && submission.UnreadableSystems.All(entry => entry.Path != submission.RequiredFolders[0].Path))
        {
            yield return Empty.At(submission.RequiredFolders[0].Path);
        }
    }
}
