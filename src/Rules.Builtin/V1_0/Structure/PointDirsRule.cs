using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>A model's folder holds at least one measurement point <c>r&lt;concurrency&gt;/</c>.</summary>
/// <remarks>Every folder in a system's folder counts as a model, hidden ones too; in a model's folder only those named <c>r</c> and digits count.</remarks>
public sealed class PointDirsRule : ComplianceRule<CurveFolder>
{
    private static readonly Outcome Found = Outcome.Pass(key: "pass", spec: "§1", message: "{rel} holds {dirs_count} point{value}: {dirs}");

    private static readonly Outcome Empty = Outcome.Error(
        key: "fail-2",
        spec: "§1",
        message: "{rel} holds no folder named r and a number, at least one measurement point is required",
        fix: "Name the points' folders r<concurrency>, for example r64, or remove the folder if it is no model: hidden folders count too.");

    private static readonly Outcome Unreadable = Outcome.Error(
        key: "io-error",
        spec: "§1",
        message: "{name} is not looked into: {error}",
        fix: "Put a folder that can be read in this place; if it is a link out of the submission, the folder itself, or check with --follow-links.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-dirs", title: "Pareto point directories", specs: [SpecRevision.V1_0], outcomes: [Found, Empty, Unreadable], order: 110);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(CurveFolder model)
    {
        foreach (var (path, detail) in model.UnreadablePoints)
        {
            yield return Unreadable.At(path, ("name", path.Name), ("error", detail));
        }

        var rel = model.Path.RelativeTo(model.System.Submission.Path);
        if (model is Curve curve)
        {
            yield return Found.At(
                model.Path,
                ("rel", rel),
                ("dirs_count", curve.Folders.Count),
                ("value", curve.Folders.Count == 1 ? "" : "s"),
                ("dirs", Shown.List(curve.Folders.Select(point => point.Path.Name))));
        }
        else if (model.UnreadablePoints.All(entry => entry.Path != model.Path))
        {
            yield return Empty.At(model.Path, ("rel", rel));
        }
    }
}
