using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;

/// <summary>Says which C_max the system description declares (policy §7). That it is missing, <c>region-basis</c> says; that it is too low, <c>region-computation</c>.</summary>
public sealed class MaxConcurrencyDeclaredRule : ComplianceRule<Curve>
{
    private static readonly Outcome Declared = Outcome.Pass(key: "pass", spec: "§7", message: "the maximum supported concurrency, C_max, is {c_max}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "max-concurrency-declared", title: "Maximum supported concurrency", specs: [SpecRevision.V1_0], outcomes: [Declared], order: 340);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        yield return curve is { CMax: { } cMax, ReferencePoint: { } reference, RegionFault: not RegionFault.OverrideUnsound }
            ? Declared.At(reference.Files.SystemDescription.Path, ("c_max", cMax))
            : NotApplicable(curve, curve.Regions.Reason ?? "the maximum supported concurrency is unknown");
    }
}
