using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>Every point has its <c>point.yaml</c>, and at least one of a curve can be used.</summary>
public sealed class MeasurementPointsPresentRule : ComplianceRule<Curve>
{
    private static readonly Outcome NoneUsable = Outcome.Error(
        key: "fail",
        spec: "§1",
        message: "no point of {relative_to} has a point.yaml that can be used, so nothing of the curve but its files is judged",
        fix: "Correct what is reported about the points' files; one usable point.yaml is enough for the other rules to speak.");

    private static readonly Outcome Missing = Outcome.Error(
        key: "fail-2",
        spec: "§1",
        message: "{relative_to} holds no point.yaml",
        fix: "Add {relative_to}/point.yaml, or remove the folder if it is no measurement point.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "measurement-points-present", title: "Point configuration present", specs: [SpecRevision.V1_0], outcomes: [NoneUsable, Missing], order: 130);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var root = curve.System.Submission.Path;
        foreach (var point in curve.Folders)
        {
            if (!point.ConfigFile.Exists)
            {
                yield return Missing.At(point.ConfigPath, ("relative_to", point.Path.RelativeTo(root)));
            }
        }

        if (!curve.Points.Any())
        {
            yield return NoneUsable.At(curve.Path, ("relative_to", curve.Path.RelativeTo(root)));
        }
    }
}
