using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace Acme.HouseRules.Rules;

/// <summary>Neighbouring points of a curve lie no further apart than a factor, so that the curve's shape can be seen.</summary>
/// <remarks>A rule on a curve: it looks at all points at once.</remarks>
public sealed class HousePointSpreadRule(PointSpread spread) : ComplianceRule<Curve>
{
    private static readonly Outcome TooFar = Outcome.Warning(
        key: "gap",
        spec: "house",
        message: "no point lies between concurrency {low} and {high}, a factor of {factor:0.#}; at most {limit:0.#} is wanted",
        fix: "Measure a point near concurrency {middle:0}.");

    private static readonly Outcome Dense = Outcome.Pass(key: "pass", spec: "house", message: "neighbouring points lie at most a factor of {limit:0.#} apart");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "house-point-spread", title: "Spread of the points", specs: [SpecRevision.V1_0], outcomes: [TooFar, Dense]);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var concurrencies = curve.Points.Select(point => (double)point.Concurrency).Where(concurrency => concurrency > 0).Order().ToList();
        var isDense = true;
        foreach (var (low, high) in concurrencies.Zip(concurrencies.Skip(1)))
        {
            if (high > low * spread.LargestFactor)
            {
                isDense = false;
                yield return TooFar.At(curve.Path, ("low", low), ("high", high), ("factor", high / low), ("limit", spread.LargestFactor), ("middle", Math.Sqrt(low * high)));
            }
        }

        if (isDense)
        {
            yield return Dense.At(curve.Path, ("limit", spread.LargestFactor));
        }
    }
}
