using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;

/// <summary>There is something at the path that was given. A file will do here; it then lacks every folder.</summary>
public sealed class PathExistsRule : ComplianceRule<Submission>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#1",
        message: "nothing stands at the submission's path",
        fix: "Give the path of the folder that holds systems/ and pareto/.");

    private static readonly Outcome Exists = Outcome.Pass(key: "pass", spec: "#1", message: "the submission's path exists");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "path-exists", title: "Submission path", specs: [SpecRevision.V0_7], outcomes: [Absent, Exists], order: 10);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        yield return submission.Root is EntryKind.Missing ? Absent.At(submission.Path) : Exists.At(submission.Path);
    }
}
