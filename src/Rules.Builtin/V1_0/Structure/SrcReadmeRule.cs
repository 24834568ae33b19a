using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>Every implementation has a README directly in its folder, which may be empty.</summary>
public sealed class SrcReadmeRule : ComplianceRule<Submission>
{
    private static readonly Outcome Found = Outcome.Pass(key: "pass", spec: "§1", message: "implementation {impl_dir_name} has a README");

    private static readonly Outcome Missing = Outcome.Error(
        key: "fail",
        spec: "§1",
        message: "the implementation folder {impl_dir_name} holds no file README.md",
        fix: "Add src/{impl_dir_name}/README.md, or remove the folder if it is no implementation: hidden folders count too.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "src-readme", title: "Implementation README", specs: [SpecRevision.V1_0], outcomes: [Found, Missing], order: 60);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        if (submission.Implementations.Count == 0)
        {
            yield return NotApplicable(submission, "there is no implementation");
        }

        foreach (var (name, readme) in submission.Implementations)
        {
            yield return (readme.Found is EntryKind.File ? Found : Missing).At(readme.Path, ("impl_dir_name", name));
        }
    }
}
