using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Curves;

/// <summary>A model's folder is called after the model that the system description names (policy §8.1).</summary>
/// <remarks><c>model_id</c> counts unless it is absent or empty, then <c>model_name</c>; one of blanks alone hides the other.</remarks>
public sealed class ModelNameConsistencyRule : ComplianceRule<Curve>
{
    private static readonly Outcome Unnamed = Outcome.Warning(
        key: "warn",
        spec: "#16",
        message: "the system description names no model, so the folder {folder} cannot be compared with it",
        fix: "Set model_id in the system description to the model's id, for example that of its repository.");

    private static readonly Outcome Differs = Outcome.Error(
        key: "fail",
        spec: "#16",
        message: "the folder is called {folder}, but {field} \"{model}\" of the system description gives {expected}",
        fix: "Rename the folder to {expected}, or correct {field}: what follows its last slash, with _ for everything but letters, numerals, - and _, is the folder's name.");

    private static readonly Outcome Agrees = Outcome.Pass(key: "pass", spec: "#16", message: "the folder {folder} is called after the model of the system description");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "model-name-consistency", title: "Model name consistency", specs: [SpecRevision.V0_7Release], outcomes: [Unnamed, Differs, Agrees], order: 390);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve.System.Description is not { Value: { } description } reading)
        {
            yield return NotApplicable(curve, "the system description is invalid");
            yield break;
        }

        var (field, value) = string.IsNullOrEmpty(description.ModelId) ? ("model_name", description.ModelName) : ("model_id", description.ModelId);
        var model = PythonText.Trim(value ?? "");
        if (model.Length == 0)
        {
            yield return Unnamed.At(Place.Member(reading.Document, field).ReportedAt(curve.Path), ("folder", curve.ModelName));
            yield break;
        }

        var expected = ModelFolderName.Of(model);
        yield return string.Equals(expected, curve.ModelName, StringComparison.Ordinal)
            ? Agrees.At(curve.Path, ("folder", curve.ModelName))
            : Differs.At(
                Place.Member(reading.Document, field).ReportedAt(curve.Path), ("folder", curve.ModelName), ("field", field), ("model", model),
                ("expected", expected.Length == 0 ? "no name at all" : expected));
    }
}
