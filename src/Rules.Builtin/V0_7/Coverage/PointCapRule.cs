using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

/// <summary>A curve has no more points than the policy allows (§5.6), unreadable ones included.</summary>
public sealed class PointCapRule(PointLimits limits) : ComplianceRule<Curve>
{
    private static readonly Outcome TooMany = Outcome.Error(
        key: "fail",
        spec: "#2, #8",
        message: "the curve has {n} point files, at most {maximum} are allowed",
        fix: "Take {excess} point files out of the curve; choose ones that no region's coverage depends on.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-cap", title: "Point cap", specs: [SpecRevision.V0_7], outcomes: [TooMany], order: 340);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var count = curve.Folders.Count;
        yield return count > limits.MaximumPoints
            ? TooMany.At(curve.PointsPath, ("n", count), ("maximum", limits.MaximumPoints), ("excess", count - limits.MaximumPoints))
            : NotApplicable(curve, "the curve has no more points than allowed");
    }
}
