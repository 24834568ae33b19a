using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>All measured points of a curve ran over one dataset (policy §9.1). A point that names none differs from one that does.</summary>
public sealed class ConfigConsistencyDatasetRule : ComplianceRule<Curve>
{
    private static readonly Outcome Several = Outcome.Error(
        key: "fail",
        spec: "§9.1",
        message: "the points of the curve ran over several datasets: {datasets}",
        fix: "Measure all points of the curve over one dataset and set `dataset` in every point.yaml to its name.");

    private static readonly Outcome One = Outcome.Pass(key: "pass", spec: "§9.1", message: "the points of the curve ran over one dataset, \"{next}\"");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "config-consistency-dataset", title: "Config consistency dataset", specs: [SpecRevision.V1_0], outcomes: [Several, One], order: 730);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var byDataset = curve.MeasuredPoints.DistinctBy(point => point.Config.Dataset, StringComparer.Ordinal).ToList();
        yield return byDataset.Count switch
        {
            0 => NotApplicable(curve, "no point was measured"),
            1 => One.At(curve.Path, ("next", Shown.Text(byDataset[0].Config.Dataset))),
            _ => Several.At(
                byDataset[1].InConfig("dataset").ReportedAt(curve.Path),
                ("datasets", Shown.List(byDataset.Select(point => $"\"{Shown.Text(point.Config.Dataset)}\"").Order(StringComparer.Ordinal)))),
        };
    }
}
