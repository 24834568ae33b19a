using System.Globalization;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Coverage;

/// <summary>At least one point lies in Ultra Low Concurrency: 1 to 32, or 1 to a declared C_min (policy §5.4). Judged without regions too.</summary>
public sealed class UltraLowConcurrencyCoverageRule : ComplianceRule<Curve>
{
    private static readonly Outcome Covered = Outcome.Pass(
        key: "pass", spec: "§5.4", message: "Ultra Low Concurrency (1–{ultra_low_concurrency_max}) is covered by {ultra_low}");

    private static readonly Outcome NotCovered = Outcome.Error(
        key: "fail",
        spec: "§5.4",
        message: "no point lies in Ultra Low Concurrency (1–{ultra_low_concurrency_max}): {detail}",
        fix: "Measure a point with a concurrency of at most {ultra_low_concurrency_max}.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "ultra-low-concurrency-coverage", title: "Ultra Low Concurrency coverage", specs: [SpecRevision.V1_0], outcomes: [Covered, NotCovered], order: 670);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var limit = curve.UltraLowLimit;
        var inside = RegionCoverage.Concurrencies(curve, concurrency => concurrency >= 1 && concurrency <= limit);
        yield return inside.Count > 0
            ? Covered.At(curve.Path, ("ultra_low", Shown.Numbers(inside)), ("ultra_low_concurrency_max", limit))
            : NotCovered.At(curve.Path, ("ultra_low_concurrency_max", limit), ("detail", Detail(curve)));
    }

    private static string Detail(Curve curve)
        => RegionCoverage.Concurrencies(curve, static _ => true) is { Count: > 0 } known
            ? string.Create(CultureInfo.InvariantCulture, $"the lowest concurrency is {known.Min}")
            : "no concurrency is known";
}
