using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

/// <summary>A curve needs a minimum number of measurement points (policy §5.3).</summary>
/// <remarks>Every point file counts, also one that could not be read.</remarks>
public sealed class PointCountRule(PointLimits limits) : ComplianceRule<Curve>
{
    private static readonly Outcome TooFew = Outcome.Error(
        key: "fail",
        spec: "#2, #8",
        message: "the curve has {n} point files, at least {minimum} are required",
        fix: "Measure {missing} more points and describe each in points/point_<concurrency>.yaml; `submission-checker regions` shows which bands they have to cover.");

    private static readonly Outcome Enough = Outcome.Pass(key: "pass", spec: "#2, #8", message: "the curve has {n} point files, at least {minimum} are required");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-count", title: "Number of points", specs: [SpecRevision.V0_7], outcomes: [TooFew, Enough], order: 330);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var (count, minimum) = (curve.Folders.Count, limits.MinimumPoints);
        yield return count < minimum
            ? TooFew.At(curve.PointsPath, ("n", count), ("minimum", minimum), ("missing", minimum - count))
            : Enough.At(curve.PointsPath, ("n", count), ("minimum", minimum));
    }
}
