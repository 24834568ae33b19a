using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace Acme.Rules;

/// <summary>A curve of this house has at least nine points.</summary>
public sealed class HousePointCountRule : ComplianceRule<Curve>
{
    private const int FewestPoints = 9;

    private static readonly Outcome TooFew = Outcome.Warning(
        key: "fail",
        spec: "house",
        message: "{count} points, at least {minimum} are wanted",
        fix: "Measure {missing} more points.");

    private static readonly Outcome Enough = Outcome.Pass(key: "pass", spec: "house", message: "{count} points");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "house-point-count", title: "Points of a curve", specs: [SpecRevision.V1_0], outcomes: [TooFew, Enough]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var count = curve.Folders.Count;
        yield return count < FewestPoints
            ? TooFew.At(curve.Path, ("count", count), ("minimum", FewestPoints), ("missing", FewestPoints - count))
            : Enough.At(curve.Path, ("count", count));
    }
}
