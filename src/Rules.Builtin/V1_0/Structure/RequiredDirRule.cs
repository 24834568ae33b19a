using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>A submission has the folders <c>results</c> and <c>docs</c>; <c>docs</c> may be empty.</summary>
public sealed class RequiredDirRule : ComplianceRule<Submission>
{
    private static readonly Outcome Exists = Outcome.Pass(key: "pass", spec: "§1", message: "there is a folder {name}/");

    private static readonly Outcome Missing = Outcome.Error(
        key: "fail",
        spec: "§1",
        message: "{name} {found}, a folder of this name is required{hint}",
        fix: "Check the folder that holds results/, docs/ and src/ themselves, or make the folder {name}/ there.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "required-dir", title: "Required directories", specs: [SpecRevision.V1_0], outcomes: [Exists, Missing], order: 40);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        if (submission.Root is EntryKind.Missing)
        {
            yield return NotApplicable(submission, "the submission does not exist");
        }

        foreach (var folder in submission.RequiredFolders)
        {
            yield return folder.IsFolder
                ? Exists.At(folder.Path, ("name", folder.Path.Name))
                : Missing.At(folder.Path, ("name", folder.Path.Name), ("found", folder.Describe()), ("hint", Hint(submission)));
        }
    }

    private static string Hint(Submission submission)
        => submission.Candidates.Count > 0
            ? $"; {Shown.List(submission.Candidates)} hold results/ each: check them one by one, or all with --each"
            : submission.ForeignFolders.Count > 0
                ? $"; {string.Join(", ", submission.ForeignFolders.Select(name => name + "/"))} belongs to the layout of spec v0.7"
            : "";
}
