using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;

/// <summary>A model has at least one point file (policy §5.3): <c>points/point_….yaml</c>.</summary>
public sealed class MeasurementPointsPresentRule : ComplianceRule<CurveFolder>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#1",
        message: "{folder}/ holds no file called point_<concurrency>.yaml",
        fix: "Describe each measured point in a file {folder}/point_<concurrency>.yaml; other names and the ending .yml are not looked at.");

    private static readonly Outcome Unreadable = Outcome.Error(
        key: "io-error",
        spec: "#1",
        message: "{path} is not looked into: {error}",
        fix: "Put a folder that can be read in this place; if it is a link out of the submission, the folder itself, or check with --follow-links.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "measurement-points-present", title: "Point configuration present", specs: [SpecRevision.V0_7], outcomes: [Absent, Unreadable], order: 120);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(CurveFolder curve)
    {
        yield return curve.PointsAbsence is { } reason ? NotApplicable(curve, reason)
            : curve.UnreadablePoints is [var (path, error), ..] ? Unreadable.At(path, ("path", $"{path}/"), ("error", error))
            : curve is Curve ? NotApplicable(curve, "there are point files")
            : Absent.At(curve.PointsPath, ("folder", curve.PointsPath.Value));
    }
}
