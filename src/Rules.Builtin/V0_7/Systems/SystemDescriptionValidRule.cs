using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Systems;

/// <summary>A system description can be read, and every field of its dialect's schema is accepted (policy §8.2).</summary>
/// <remarks>One result a fault. A system whose description has any is not looked at further.</remarks>
public sealed class SystemDescriptionValidRule : ComplianceRule<SystemUnderTest>
{
    private static readonly FileOutcomes Faults = new("the system description", "JSON");
    private static readonly Outcome Valid = Outcome.Pass(key: "pass", spec: "#1", message: "the system description is valid");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "system-description-valid", title: "System description", specs: [SpecRevision.V0_7],
        outcomes: [Faults.Unreadable, Faults.Missing, Faults.Refused, Valid], order: 40);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(SystemUnderTest system)
        => system.Description is not { } description ? [NotApplicable(system, "the system has no description")]
            : description.Value is not null ? [Valid.At(description.Document.Path)]
            : Faults.Judge(description);
}
