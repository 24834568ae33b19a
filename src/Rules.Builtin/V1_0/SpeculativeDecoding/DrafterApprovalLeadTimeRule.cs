using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.SpeculativeDecoding;

/// <summary>A drafter was approved two cohorts before the one that a submission with it is meant for (policy §2.9.4).</summary>
/// <remarks>Of several list entries that match, the first counts. A cohort that cannot be read is a warning, for nobody can then tell.</remarks>
public sealed class DrafterApprovalLeadTimeRule : ComplianceRule<Point>
{
    private const int LeadCohorts = 2;

    private static readonly Outcome NotPlaced = Outcome.Warning(
        key: "warn",
        spec: "§2.9.4",
        message: "the lead time of the drafter at concurrency {concurrency} cannot be told: target_cohort is {target_cohort}, the approval is of {approved_cohort}",
        fix: "Write both as cohorts, such as 2026-10-C1: target_cohort in point.yaml, approved_cohort in the list of approved drafters.");

    private static readonly Outcome TooSoon = Outcome.Error(
        key: "fail",
        spec: "§2.9.4",
        message: "the drafter at concurrency {concurrency} was approved in {approved_cohort}, so {earliest} is the first cohort for it ({drafter_approval_lead_cohorts} later), but target_cohort is {target}",
        fix: "Aim the submission at {earliest} or later, or use a drafter that was approved earlier.");

    private static readonly Outcome InTime = Outcome.Pass(
        key: "pass", spec: "§2.9.4", message: "the drafter at concurrency {concurrency} may be used from {earliest}, and target_cohort is {target}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "drafter-approval-lead-time", title: "Drafter approval lead time", specs: [SpecRevision.V1_0], outcomes: [NotPlaced, TooSoon, InTime], order: 600);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Curve.System.Submission.ApprovedDrafters.Value is not { } drafters)
        {
            yield return NotApplicable(point, "the approved drafters could not be read");
            yield break;
        }

        var drafter = point.Config.IsSpeculative ? drafters.Match(point.Curve.Benchmark, point.Config.SpeculativeDecoding!) : null;
        if (drafter is null)
        {
            yield return NotApplicable(point, "the point uses no approved drafter");
            yield break;
        }

        var place = point.InConfig("target_cohort");
        if (Cohort.Parse(drafter.ApprovedCohort) is not { } approved || Cohort.Parse(point.Config.TargetCohort) is not { } target)
        {
            yield return NotPlaced.At(
                place,
                ("concurrency", point.Concurrency), ("target_cohort", Quoted(point.Config.TargetCohort)), ("approved_cohort", Quoted(drafter.ApprovedCohort)));
            yield break;
        }

        var earliest = approved.Plus(LeadCohorts);
        yield return target < earliest
            ? TooSoon.At(
                place,
                ("concurrency", point.Concurrency), ("approved_cohort", approved.ToString()), ("earliest", earliest.ToString()), ("drafter_approval_lead_cohorts", LeadCohorts), ("target", target.ToString()))
            : InTime.At(point.ConfigPath, ("concurrency", point.Concurrency), ("target", target.ToString()), ("earliest", earliest.ToString()));
    }

    private static string Quoted(string? cohort) => cohort is null ? "not stated" : $"\"{Shown.Text(cohort)}\"";
}
