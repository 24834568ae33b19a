using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy.Release;

/// <summary>A measured point's folder <c>accuracy/</c> holds the results of an accuracy run (policy §6.6). A point without that folder need not have any.</summary>
public sealed class AccuracyFileRule : ComplianceRule<Curve>
{
    private static readonly Outcome Absent = Outcome.Warning(
        key: "warn",
        spec: "#15",
        message: "there is an accuracy folder, but its results are missing: expected at {file}",
        fix: "Put the results.json of the accuracy run there, or take the folder out.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-file", title: "Accuracy files present", specs: [SpecRevision.V0_7Release], outcomes: [Absent], order: 300);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var isMissing = false;
        foreach (var file in curve.AccuracyFiles)
        {
            if (!file.Exists)
            {
                isMissing = true;
                yield return Absent.At(file.Document.Path, ("file", file.Document.Path.Value));
            }
        }

        if (!isMissing)
        {
            yield return NotApplicable(curve, "no accuracy folder lacks its results");
        }
    }
}
