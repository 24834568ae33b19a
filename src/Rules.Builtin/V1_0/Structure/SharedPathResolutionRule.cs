using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary><c>shared_src</c> and <c>shared_docs</c> name folders of the submission (policy §9.1). Any folder in it will do.</summary>
public sealed class SharedPathResolutionRule : ComplianceRule<Curve>
{
    private static readonly Outcome Unresolved = Outcome.Error(
        key: "fail",
        spec: "§9.1",
        message: "{field_name} is \"{value}\", which names no folder of the submission (in {where})",
        fix: "Write the path of an existing folder relative to the submission's root, for example src/<implementation>, with upper and lower case as on disk and without `..`.");

    private static readonly Outcome Resolved = Outcome.Pass(key: "pass", spec: "§9.1", message: "{field_name} \"{value}\" is the folder {relative_to} (in {where})");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "shared-path-resolution", title: "Shared src/ and docs/ paths", specs: [SpecRevision.V1_0], outcomes: [Unresolved, Resolved], order: 540);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve.SharedPaths.Count == 0)
        {
            yield return NotApplicable(curve, "no usable point names a shared folder");
        }

        var root = curve.System.Submission.Path;
        foreach (var path in curve.SharedPaths)
        {
            var first = path.Points[0];
            var where = $"{path.Points.Length} point{(path.Points.Length == 1 ? "" : "s")}: {Shown.List(path.Points.Select(point => point.Path.Name))}";
            yield return path.Folder is { } folder
                ? Resolved.At(first.ConfigPath, ("field_name", path.Field), ("value", Shown.Text(path.Value)), ("relative_to", folder.RelativeTo(root)), ("where", where))
                : Unresolved.At(first.InConfig(path.Field), ("field_name", path.Field), ("value", Shown.Text(path.Value)), ("relative_to", "nothing"), ("where", where));
        }
    }
}
