using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Power;

/// <summary>A provisioned power that rests on defaults of Appendix D is an estimate, and is published as one (policy §4.5.2).</summary>
/// <remarks>Under a declared figure only that figure's own source counts. There is no pass: a system without defaults is the ordinary case.</remarks>
public sealed class PowerEstimatedRule : ComplianceRule<SystemUnderTest>
{
    private static readonly Outcome Estimated = Outcome.Warning(
        key: "warn",
        spec: "§4.5.2",
        message: "the provisioned power is an estimate: defaults of Appendix D stand for {estimates}",
        fix: "State these figures with a vendor's specification or a publication as source, or be content with a result that is marked as estimated.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "power-estimated", title: "Estimated power", specs: [SpecRevision.V1_0], outcomes: [Estimated], order: 90);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(SystemUnderTest system)
    {
        if (system.ProvisionedPower is not { IsPresent: true, Value: var power })
        {
            yield return NotApplicable(system, system.ProvisionedPower.Reason!);
        }
        else if (power.Computation.Estimates is not [var first, ..] estimates)
        {
            yield return NotApplicable(system, "no default stands for any figure");
        }
        else
        {
            yield return Estimated.At(
                DocumentPlaces.At(system.Power!.DescriptorFile.Document, first.Pointer), ("estimates", Shown.Clauses([.. estimates.Select(estimate => estimate.ToString())])));
        }
    }
}
