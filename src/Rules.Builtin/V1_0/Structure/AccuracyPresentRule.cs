using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>There is an accuracy result somewhere below <c>results</c>.</summary>
/// <remarks>Whether the right points have one, and a good one, other rules say.</remarks>
public sealed class AccuracyPresentRule : ComplianceRule<Submission>
{
    private static readonly Outcome Found = Outcome.Pass(key: "pass", spec: "§15", message: "the submission has accuracy results");

    private static readonly Outcome Missing = Outcome.Error(
        key: "fail",
        spec: "§15",
        message: "nothing below results/ is an accuracy result: neither an accuracy_results.json nor a results.json with accuracy_scores",
        fix: "Run the accuracy dataset at the points where the policy demands it, and put accuracy_results.json into their folders.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-present", title: "Accuracy results present", specs: [SpecRevision.V1_0], outcomes: [Found, Missing], order: 820);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        yield return submission.HasAccuracyResults switch
        {
            true => Found.At(submission.RequiredFolders[0].Path),
            false => Missing.At(submission.RequiredFolders[0].Path),
            null => NotApplicable(submission, submission.SystemsAbsence ?? "there is no system"),
        };
    }
}
