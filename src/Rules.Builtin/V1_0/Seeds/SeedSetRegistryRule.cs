using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;

/// <summary>The published seed sets can be read (policy §4.6). Where they cannot, no rule about them judges anything.</summary>
/// <remarks>A warning only, as in the reference: with <c>--strict</c> it fails. There is no pass.</remarks>
public sealed class SeedSetRegistryRule : ComplianceRule<Submission>
{
    private static readonly Outcome Unavailable = Outcome.Warning(
        key: "unavailable",
        spec: "§4.6",
        message: "the seed sets cannot be used, so no declared seed set was checked: {detail}",
        fix: "Name a readable list of seed sets with --seed-sets or MLPERF_ENDPOINTS_SEED_SETS, or name none to use the built-in list.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "seed-set-registry", title: "Seed-set registry", specs: [SpecRevision.V1_0], outcomes: [Unavailable], order: 10);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        yield return submission.SeedSets is { IsPresent: false, Reason: var detail }
            ? Unavailable.At(Place.Nowhere, ("detail", detail))
            : NotApplicable(submission, "the seed sets could be read");
    }
}
