using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A curve needs a minimum number of measurement points (policy §5.3).</summary>
/// <remarks>Every point folder counts, also one whose files could not be read.</remarks>
public sealed class PointCountRule(PointLimits limits) : ComplianceRule<Curve>
{
    private static readonly Outcome TooFew = Outcome.Error(
        key: "fail",
        spec: "§2, §8",
        message: "the curve has {n} measurement points, at least {minimum} are required",
        fix: "Measure {missing} more points in folders r<concurrency>/; `submission-checker regions` shows which bands they have to cover.");

    private static readonly Outcome Enough = Outcome.Pass(key: "pass", spec: "§2, §8", message: "the curve has {n} measurement points");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-count", title: "Number of points", specs: [SpecRevision.V1_0], outcomes: [TooFew, Enough], order: 630);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var (count, minimum) = (curve.Folders.Count, Minimum(curve));
        yield return count < minimum
            ? TooFew.At(curve.Path, ("n", count), ("minimum", minimum), ("missing", minimum - count))
            : Enough.At(curve.Path, ("n", count));
    }

    private int Minimum(Curve curve)
        => curve.IsAgentic ? limits.MinimumPointsAgentic
            : curve.Points.Any(point => point.Config.IsDedicatedOffline) ? limits.MinimumPointsWithDedicatedOffline
            : limits.MinimumPoints;
}
