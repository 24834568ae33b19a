using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

/// <summary>At least one point lies in the medium throughput region (policy §5.3, §5.4). At a maximum supported concurrency of 33 that region is empty, and nothing can cover it.</summary>
public sealed class MedThroughputCoverageRule : ComplianceRule<Curve>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "med-throughput-coverage", title: "Medium throughput coverage", specs: [SpecRevision.V0_7], outcomes: [RegionCoverage.Uncovered, RegionCoverage.Empty, RegionCoverage.Covered], order: 370);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve) => [RegionCoverage.Judge(curve, RegionNames.MedThroughput)];
}
