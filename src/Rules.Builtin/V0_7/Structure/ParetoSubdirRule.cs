using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;

/// <summary>A model's folder holds those of the layout (policy §8.1): <c>points/</c>, <c>results/</c> and, in the readme dialect, <c>accuracy/</c>.</summary>
public sealed class ParetoSubdirRule : ComplianceRule<CurveFolder>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#1",
        message: "the folder of model {model} needs a folder {name}/, which {found}",
        fix: "Create {folder}/; if {model} is no model, move that folder out of the system's: every folder there counts as one.");

    private static readonly Outcome Found = Outcome.Pass(key: "pass", spec: "#1", message: "the folder of model {model} has a folder {name}/");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "pareto-subdir", title: "Folders of the model", specs: [SpecRevision.V0_7], outcomes: [Absent, Found], order: 110);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(CurveFolder curve)
    {
        foreach (var folder in curve.RequiredFolders)
        {
            yield return folder.IsFolder
                ? Found.At(folder.Path, ("model", curve.ModelName), ("name", folder.Path.Name))
                : Absent.At(folder.Path, ("model", curve.ModelName), ("name", folder.Path.Name), ("folder", folder.Path.Value), ("found", folder.Describe()));
        }
    }
}
