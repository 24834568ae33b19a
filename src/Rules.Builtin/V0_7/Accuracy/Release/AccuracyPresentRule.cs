using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Release;

/// <summary>The submission has an accuracy result (policy §6.6).</summary>
/// <remarks>Anything called <c>accuracy/results.json</c> below <c>pareto/</c> satisfies the reference, whatever it holds and wherever it stands; so it does here.</remarks>
public sealed class AccuracyPresentRule : ComplianceRule<Submission>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#15",
        message: "no accuracy/results.json stands anywhere below pareto/",
        fix: "Run the accuracy test of each model and put its results into results/point_<concurrency>/accuracy/results.json of a measured point.");

    private static readonly Outcome Found = Outcome.Pass(key: "pass", spec: "#15", message: "there is an accuracy result");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-present", title: "Accuracy results present", specs: [SpecRevision.V0_7Release], outcomes: [Absent, Found], order: 440);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Submission submission)
    {
        yield return submission.HasAccuracyResults switch
        {
            null => NotApplicable(submission, submission.SystemsAbsence ?? "there is no system description"),
            true => Found.At(submission.Path / "pareto"),
            false => Absent.At(submission.Path / "pareto"),
        };
    }
}
