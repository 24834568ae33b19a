using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

/// <summary>A point file can be read, and every field of the schema is accepted (policy §8.3).</summary>
/// <remarks>One result a fault. A point whose file has any is not looked at further, but still counts as a point.</remarks>
public sealed class PointConfigValidRule : ComplianceRule<PointFolder>
{
    private static readonly FileOutcomes Faults = new("the point file", "YAML");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-config-valid", title: "Point configuration", specs: [SpecRevision.V0_7],
        outcomes: [Faults.Unreadable, Faults.Missing, Faults.Refused], order: 130);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(PointFolder point)
        => point is Point ? [NotApplicable(point, "the point file is valid")] : Faults.Judge(point.ConfigFile);
}
