using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;

/// <summary>The points of a curve that declare a seed set declare one and the same (policy §4.6).</summary>
/// <remarks>Points that declare none have no vote, and curves are not compared with each other.</remarks>
public sealed class SeedSetConsistencyRule : ComplianceRule<Curve>
{
    private static readonly Outcome Several = Outcome.Error(
        key: "fail",
        spec: "§4.6",
        message: "the points of the curve declare {declared_count} seed sets: {declared}",
        fix: "Measure all points of the curve with the seeds of one set, and name that set in each.");

    private static readonly Outcome One = Outcome.Pass(key: "pass", spec: "§4.6", message: "the points of the curve declare seed set \"{next}\"");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "seed-set-consistency", title: "Seed set consistency", specs: [SpecRevision.V1_0], outcomes: [Several, One], order: 550);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (!curve.System.Submission.SeedSets.IsPresent)
        {
            yield return NotApplicable(curve, "the seed sets could not be read");
            yield break;
        }

        var byName = curve.Points.Where(point => point.Config.SeedSet is not null).DistinctBy(point => point.Config.SeedSet, StringComparer.Ordinal).ToList();
        yield return byName.Count switch
        {
            0 => NotApplicable(curve, "no readable point declares a seed set"),
            1 => One.At(curve.Path, ("next", Shown.Text(byName[0].Config.SeedSet!))),
            _ => Several.At(
                byName[1].InConfig("seed_set").ReportedAt(curve.Path),
                ("declared_count", byName.Count), ("declared", Shown.List([.. byName.Select(point => point.Config.SeedSet!).Order(CodePointComparer.Instance).Select(name => $"\"{name}\"")]))),
        };
    }
}
