using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>There is something to check.</summary>
/// <remarks>A file will do here: what is wrong with it, the rules about folders say.</remarks>
public sealed class PathExistsRule : ComplianceRule<Submission>
{
    private static readonly Outcome Missing = Outcome.Error(
        key: "fail",
        spec: "§1",
        message: "nothing stands at the given path {submission_path}",
        fix: "Give the path of the submission's folder, the one that holds results/, or that of the organisation's folder above it.");

    private static readonly Outcome Exists = Outcome.Pass(key: "pass", spec: "§1", message: "the submission exists");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "path-exists", title: "Submission path", specs: [SpecRevision.V1_0], outcomes: [Exists, Missing], order: 30);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        yield return submission.Root is EntryKind.Missing
            ? Missing.At(submission.Path, ("submission_path", submission.Path.ToString()))
            : Exists.At(submission.Path);
    }
}
