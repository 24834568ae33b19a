using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Curves;

/// <summary>All measured points of a curve ran over one data set (policy §9.1). A point that names none differs from one that does.</summary>
public sealed class ConfigConsistencyDatasetRule : ComplianceRule<Curve>
{
    private static readonly Outcome Several = Outcome.Error(
        key: "fail",
        spec: "#16",
        message: "the points of the curve ran over several data sets: {datasets}",
        fix: "Measure all points of the curve over one data set and set `dataset` in every point file to its name.");

    private static readonly Outcome One = Outcome.Pass(key: "pass", spec: "#16", message: "the points of the curve ran over one data set, \"{dataset}\"");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "config-consistency-dataset", title: "Config consistency dataset", specs: [SpecRevision.V0_7], outcomes: [Several, One], order: 400);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var byDataset = curve.MeasuredPoints.DistinctBy(point => point.Config.Dataset, StringComparer.Ordinal).ToList();
        yield return byDataset.Count switch
        {
            0 => NotApplicable(curve, "no point was measured"),
            1 => One.At(curve.Path, ("dataset", byDataset[0].Config.Dataset)),
            _ => Several.At(
                byDataset[1].InConfig("dataset").ReportedAt(curve.Path),
                ("datasets", string.Join(", ", byDataset.Select(point => $"\"{point.Config.Dataset}\"").Order(StringComparer.Ordinal)))),
        };
    }
}
