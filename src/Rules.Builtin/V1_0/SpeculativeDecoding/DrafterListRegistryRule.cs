using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.SpeculativeDecoding;

/// <summary>The list of approved drafters can be read (policy §2.9.4). Where it cannot, no rule about drafters judges anything.</summary>
/// <remarks>A warning only, as in the reference: with <c>--strict</c> it fails. An empty list is readable and approves nothing. There is no pass.</remarks>
public sealed class DrafterListRegistryRule : ComplianceRule<Submission>
{
    private static readonly Outcome Unavailable = Outcome.Warning(
        key: "unavailable",
        spec: "§2.9.4",
        message: "the approved drafters cannot be used, so no drafter was checked: {detail}",
        fix: "Name a readable list of drafters with --approved-drafters or MLPERF_ENDPOINTS_APPROVED_DRAFTERS, or name none to use the built-in list.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "drafter-list-registry", title: "Approved-drafter registry", specs: [SpecRevision.V1_0], outcomes: [Unavailable], order: 20);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        yield return submission.ApprovedDrafters is { IsPresent: false, Reason: var detail }
            ? Unavailable.At(Place.Nowhere, ("detail", detail))
            : NotApplicable(submission, "the approved drafters could be read");
    }
}
