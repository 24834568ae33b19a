using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>A submission has a folder <c>src</c> with at least one implementation, whatever its division.</summary>
/// <remarks>Every folder in it counts as an implementation, hidden ones too.</remarks>
public sealed class SrcDirRule : ComplianceRule<Submission>
{
    private static readonly Outcome Found = Outcome.Pass(key: "pass", spec: "§1", message: "src/ holds {impl_dirs_count} implementation{value}: {impl_dirs}");

    private static readonly Outcome Missing = Outcome.Error(
        key: "fail",
        spec: "§1",
        message: "src {found}, a folder with the implementations is required",
        fix: "Put what is needed to reproduce the results into src/<implementation>/, with a README.md.");

    private static readonly Outcome Empty = Outcome.Error(
        key: "fail-2",
        spec: "§1",
        message: "src/ holds no folder, at least one implementation is required",
        fix: "Move the sources into a folder of their own: src/<implementation>/, with a README.md.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "src-dir", title: "Implementation sources (src/)", specs: [SpecRevision.V1_0], outcomes: [Found, Missing, Empty], order: 50);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        var folder = submission.SourceFolder;
        var implementations = submission.Implementations;
        if (submission.Root is EntryKind.Missing)
        {
            yield return NotApplicable(submission, "the submission does not exist");
        }
        else if (!folder.IsFolder)
        {
            yield return Missing.At(folder.Path, ("found", folder.Describe()));
        }
        else if (implementations.Count == 0)
        {
            yield return Empty.At(folder.Path);
        }
        else
        {
            yield return Found.At(
                folder.Path,
                ("impl_dirs_count", implementations.Count),
                ("value", implementations.Count == 1 ? "" : "s"),
                ("impl_dirs", Shown.List(implementations.Select(implementation => implementation.Name))));
        }
    }
}
