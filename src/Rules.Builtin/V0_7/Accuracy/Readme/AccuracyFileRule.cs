using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Readme;

/// <summary>A model has the log and the result of its accuracy run (policy §6.6): <c>accuracy/accuracy.txt</c> and <c>accuracy/accuracy_result.json</c>.</summary>
/// <remarks>The log is never opened; anything of that name will do.</remarks>
public sealed class AccuracyFileRule : ComplianceRule<Curve>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#15",
        message: "the accuracy run's {name} is expected at {file}, where there is nothing",
        fix: "Run the accuracy test of the model and put its {name} there.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-file", title: "Accuracy files present", specs: [SpecRevision.V0_7Readme], outcomes: [Absent], order: 300);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var isMissing = false;
        if (curve.AccuracyLog is { Exists: false } log)
        {
            isMissing = true;
            yield return At(log.Path);
        }

        if (curve.DeclaredAccuracy is { Exists: false } result)
        {
            isMissing = true;
            yield return At(result.Document.Path);
        }

        if (!isMissing)
        {
            yield return NotApplicable(curve, "both files exist");
        }
    }

    private static RuleResult At(SubmissionPath path) => Absent.At(path, ("name", path.Name), ("file", path.Value));
}
