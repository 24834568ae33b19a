using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

/// <summary>At least one point lies in the low throughput region (policy §5.3, §5.4).</summary>
public sealed class LowThroughputCoverageRule : ComplianceRule<Curve>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "low-throughput-coverage", title: "Low throughput coverage", specs: [SpecRevision.V0_7], outcomes: [RegionCoverage.Uncovered, RegionCoverage.Covered], order: 360);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve) => [RegionCoverage.Judge(curve, RegionNames.LowThroughput)];
}
