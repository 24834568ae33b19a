using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>The model that the points name is the one after which their folder is named (policy §8.1).</summary>
/// <remarks>The first name speaks for the curve; whether all points name one model is the matter of <c>config-consistency-model</c>.</remarks>
public sealed class ModelNameConsistencyRule : ComplianceRule<Curve>
{
    private static readonly Outcome Unnamed = Outcome.Warning(
        key: "warn",
        spec: "§8.1",
        message: "no readable point of the curve names its model, so folder {model_dir_name} cannot be compared with it",
        fix: "Set model_name in every point.yaml to the name of the model's folder.");

    private static readonly Outcome Differs = Outcome.Error(
        key: "fail",
        spec: "§8.1",
        message: "the points name model \"{declared}\", but their folder is called {dir_name}",
        fix: "Rename the folder to the model's name, or correct model_name in every point.yaml.");

    private static readonly Outcome Agrees = Outcome.Pass(key: "pass", spec: "§8.1", message: "folder and points name the model {dir_name}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "model-name-consistency", title: "Model name consistency", specs: [SpecRevision.V1_0], outcomes: [Unnamed, Differs, Agrees], order: 710);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve.Points.FirstOrDefault(point => point.Config.ModelName is not (null or "")) is not { Config.ModelName: { } declared } point)
        {
            yield return Unnamed.At(curve.Path, ("model_dir_name", curve.ModelName));
        }
        else if (!string.Equals(declared, curve.ModelName, StringComparison.Ordinal))
        {
            yield return Differs.At(point.InConfig("model_name").ReportedAt(curve.Path), ("declared", Shown.Text(declared)), ("dir_name", curve.ModelName));
        }
        else
        {
            yield return Agrees.At(curve.Path, ("dir_name", curve.ModelName));
        }
    }
}
