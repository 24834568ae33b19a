using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>All points of a curve name one model (policy §9.1). Points that name none have no vote.</summary>
public sealed class ConfigConsistencyModelRule : ComplianceRule<Curve>
{
    private static readonly Outcome Several = Outcome.Error(
        key: "fail",
        spec: "§9.1",
        message: "the points of the curve name several models: {names}",
        fix: "Correct model_name where it is wrong, or move the points of another model to a folder of their own.");

    private static readonly Outcome One = Outcome.Pass(key: "pass", spec: "§9.1", message: "the points of the curve name one model, {next}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "config-consistency-model", title: "Config consistency model", specs: [SpecRevision.V1_0], outcomes: [Several, One], order: 720);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var byName = curve.Points.Where(point => point.Config.ModelName is not (null or "")).DistinctBy(point => point.Config.ModelName, StringComparer.Ordinal).ToList();
        yield return byName.Count switch
        {
            0 => NotApplicable(curve, "no readable point names its model"),
            1 => One.At(curve.Path, ("next", Shown.Text(byName[0].Config.ModelName ?? ""))),
            _ => Several.At(byName[1].InConfig("model_name").ReportedAt(curve.Path), ("names", Shown.List(byName.Select(point => point.Config.ModelName ?? "").Order(StringComparer.Ordinal)))),
        };
    }
}
