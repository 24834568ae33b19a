using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

/// <summary>At least one point lies in the high throughput region (policy §5.3, §5.4), margin included.</summary>
public sealed class HighThroughputCoverageRule : ComplianceRule<Curve>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "high-throughput-coverage", title: "High throughput coverage", specs: [SpecRevision.V0_7], outcomes: [RegionCoverage.Uncovered, RegionCoverage.Covered], order: 380);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve) => [RegionCoverage.Judge(curve, RegionNames.HighThroughput)];
}
