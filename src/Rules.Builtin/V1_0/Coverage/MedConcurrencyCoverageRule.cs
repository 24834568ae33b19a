using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Coverage;

/// <summary>At least one point lies in the region Medium Concurrency (policy §5.4).</summary>
/// <remarks>Without regions there is nothing to cover; an empty region cannot be covered.</remarks>
public sealed class MedConcurrencyCoverageRule : ComplianceRule<Curve>
{
    private static readonly Outcome Covered = RegionCoverage.Covered();
    private static readonly Outcome NotCovered = RegionCoverage.NotCovered();

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "med-concurrency-coverage", title: "Medium Concurrency coverage", specs: [SpecRevision.V1_0], outcomes: [Covered, NotCovered], order: 690);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve) => [RegionCoverage.Judge(curve, RegionNames.MedConcurrency, "Medium Concurrency", Covered, NotCovered)];
}
