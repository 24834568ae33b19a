using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Systems;

/// <summary>Records the maximum supported concurrency (policy §9.1). It cannot fail: a description without one is not valid.</summary>
public sealed class MaxConcurrencyDeclaredRule : ComplianceRule<SystemUnderTest>
{
    private static readonly Outcome Declared = Outcome.Pass(key: "pass", spec: "#7", message: "the system supports a concurrency of {max_concurrency}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "max-concurrency-declared", title: "Maximum supported concurrency", specs: [SpecRevision.V0_7], outcomes: [Declared], order: 50);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(SystemUnderTest system)
    {
        yield return system.Description is { Value: { } description } reading
            ? Declared.At(reading.Document.Path, ("max_concurrency", description.MaxSupportedConcurrency))
            : NotApplicable(system, "the system description is invalid");
    }
}
