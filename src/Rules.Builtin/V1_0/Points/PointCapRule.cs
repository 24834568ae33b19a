using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A curve has no more points than the policy allows (§5.6), the Offline point and unreadable ones included.</summary>
public sealed class PointCapRule(PointLimits limits) : ComplianceRule<Curve>
{
    private static readonly Outcome TooMany = Outcome.Error(
        key: "fail",
        spec: "§2, §8",
        message: "the curve has {n} measurement points, at most {max_points} are allowed",
        fix: "Take {excess} point folders out of the curve; choose ones that no region's coverage depends on.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-cap", title: "Point cap", specs: [SpecRevision.V1_0], outcomes: [TooMany], order: 640);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var count = curve.Folders.Count;
        yield return count > limits.MaximumPoints
            ? TooMany.At(curve.Path, ("n", count), ("max_points", limits.MaximumPoints), ("excess", count - limits.MaximumPoints))
            : NotApplicable(curve, "the curve has no more points than allowed");
    }
}
