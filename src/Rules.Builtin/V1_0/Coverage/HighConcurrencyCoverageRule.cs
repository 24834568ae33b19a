using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Coverage;

/// <summary>At least one point lies in the region High Concurrency (policy §5.4); the margin above C_max does not count.</summary>
/// <remarks>Without regions there is nothing to cover; an empty region cannot be covered.</remarks>
public sealed class HighConcurrencyCoverageRule : ComplianceRule<Curve>
{
    private static readonly Outcome Covered = RegionCoverage.Covered();
    private static readonly Outcome NotCovered = RegionCoverage.NotCovered();

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "high-concurrency-coverage", title: "High Concurrency coverage", specs: [SpecRevision.V1_0], outcomes: [Covered, NotCovered], order: 700);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve) => [RegionCoverage.Judge(curve, RegionNames.HighConcurrency, "High Concurrency", Covered, NotCovered)];
}
