using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

/// <summary>At least one point lies in the low latency region (policy §5.3, §5.4).</summary>
public sealed class LowLatencyCoverageRule : ComplianceRule<Curve>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "low-latency-coverage", title: "Low latency coverage", specs: [SpecRevision.V0_7], outcomes: [RegionCoverage.Uncovered, RegionCoverage.Covered], order: 350);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve) => [RegionCoverage.Judge(curve, RegionNames.LowLatency)];
}
