using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.SpeculativeDecoding;

/// <summary>A point that decodes speculatively uses a drafter that is approved for its benchmark (policy §2.9.4).</summary>
/// <remarks>A drafter is known by the checksum of its weights, or by that of its target and its configuration; its name is compared with nothing.</remarks>
public sealed class ApprovedDrafterRule : ComplianceRule<Point>
{
    private static readonly Outcome NoneApproved = Outcome.Error(
        key: "fail",
        spec: "§2.9.4",
        message: "the point at concurrency {concurrency} decodes speculatively, but no drafter is approved for {benchmark}",
        fix: "Measure without speculative decoding, or have the drafter approved first; a newer list is read with --approved-drafters.");

    private static readonly Outcome NotApproved = Outcome.Error(
        key: "fail-2",
        spec: "§2.9.4",
        message: "the drafter of the point at concurrency {concurrency} is none of those approved for {benchmark}",
        fix: "Use an approved drafter and state its weight_checksum exactly, as text: for a model repository its revision, git-sha1:<commit>.");

    private static readonly Outcome Approved = Outcome.Pass(key: "pass", spec: "§2.9.4", message: "the drafter of the point at concurrency {concurrency} is approved");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "approved-drafter", title: "Approved drafter", specs: [SpecRevision.V1_0], outcomes: [NoneApproved, Approved, NotApproved], order: 590);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Curve.System.Submission.ApprovedDrafters.Value is not { } drafters)
        {
            yield return NotApplicable(point, "the approved drafters could not be read");
        }
        else if (!point.Config.IsSpeculative)
        {
            yield return NotApplicable(point, "the point does not decode speculatively");
        }
        else
        {
            var benchmark = point.Curve.Benchmark;
            yield return drafters.Match(benchmark, point.Config.SpeculativeDecoding!) is not null
                ? Approved.At(point.ConfigPath, ("concurrency", point.Concurrency))
                : (drafters.Knows(benchmark) ? NotApproved : NoneApproved).At(
                    point.InConfig("speculative_decoding", "weight_checksum"), ("concurrency", point.Concurrency), ("benchmark", Shown.Text(benchmark)));
        }
    }
}
