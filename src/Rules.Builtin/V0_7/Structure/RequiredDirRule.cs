using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;

/// <summary>The root holds the folders of the layout (policy §8.1): <c>systems/</c>, <c>pareto/</c> and, in the release dialect, <c>documentation/</c>.</summary>
public sealed class RequiredDirRule : ComplianceRule<Submission>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#1",
        message: "the required folder {name}/ {found}",
        fix: "Create the folder {name}/ at the submission's root; an empty one will not do for systems/ and pareto/, whose content other rules ask for.");

    private static readonly Outcome Found = Outcome.Pass(key: "pass", spec: "#1", message: "the folder {name}/ exists");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "required-dir", title: "Required directories", specs: [SpecRevision.V0_7], outcomes: [Absent, Found], order: 20);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        if (submission.RequiredFolders.Count == 0)
        {
            yield return NotApplicable(submission, submission.SystemsAbsence ?? "the layout demands no folder");
        }

        foreach (var folder in submission.RequiredFolders)
        {
            yield return folder.IsFolder
                ? Found.At(folder.Path, ("name", folder.Path.Name))
                : Absent.At(folder.Path, ("name", folder.Path.Name), ("found", folder.Describe()));
        }
    }
}
