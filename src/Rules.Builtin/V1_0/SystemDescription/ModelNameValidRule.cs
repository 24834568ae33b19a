using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

/// <summary>The points name a model of the round, spelled as the round spells it (policy §3.2).</summary>
/// <remarks>One result for each distinct name. Whether all points name the same one is the matter of <c>config-consistency-model</c>.</remarks>
public sealed class ModelNameValidRule(AllowedModels models) : ComplianceRule<Curve>
{
    private static readonly Outcome Known = Outcome.Pass(key: "pass", spec: "§3.2", message: "{name} is a model of the round");

    private static readonly Outcome Unknown = Outcome.Error(
        key: "fail",
        spec: "§3.2",
        message: "model_name is \"{name}\", which is no model of the round",
        fix: "Use one of {allowed}; name a variant in model_notes.");

    private static readonly Outcome Misspelled = Outcome.Error(
        key: "noncanonical",
        spec: "§3.2",
        message: "model_name is \"{name}\", the round spells this model {canonical}",
        fix: "Write {canonical} as model_name in every point.yaml and as the name of the model's folder; the models are {allowed}.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "model-name-valid", title: "Benchmark model name", specs: [SpecRevision.V1_0], outcomes: [Known, Unknown, Misspelled], order: 320);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var point in curve.Points)
        {
            if (point.Config.ModelName is { Length: > 0 } name && seen.Add(name))
            {
                yield return Judge(point, name);
            }
        }

        if (seen.Count == 0)
        {
            yield return NotApplicable(curve, "no usable point names its model");
        }
    }

    private RuleResult Judge(Point point, string name)
    {
        if (models.Names.Contains(name))
        {
            return Known.At(point.ConfigPath, ("name", name));
        }

        var allowed = string.Join(", ", models.Names);
        var canonical = AllowedModels.Canonical(name);
        return models.Names.Contains(canonical)
            ? Misspelled.At(point.InConfig("model_name"), ("name", Shown.Text(name)), ("canonical", canonical), ("allowed", allowed))
            : Unknown.At(point.InConfig("model_name"), ("name", Shown.Text(name)), ("allowed", allowed));
    }
}
