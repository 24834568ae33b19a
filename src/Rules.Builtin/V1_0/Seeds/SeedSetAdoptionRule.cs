using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;

/// <summary>A seed set is adopted by the cohort of its publication or one of the three that follow (policy §4.6).</summary>
/// <remarks>Target cohorts are compared as text. Where no published set says who may adopt it, the curve is told that nothing was checked.</remarks>
public sealed class SeedSetAdoptionRule : ComplianceRule<Curve>
{
    private static readonly Outcome Outside = Outcome.Error(
        key: "fail",
        spec: "§4.6",
        message: "target_cohort is \"{target}\", but seed set \"{published_id}\" is for {value}",
        fix: "Use a seed set that the target cohort may adopt, or correct target_cohort, spelt exactly as in the list.");

    private static readonly Outcome Inside = Outcome.Pass(key: "pass", spec: "§4.6", message: "cohort {target} may adopt seed set \"{published_id}\"");

    private static readonly Outcome Skipped = Outcome.Pass(key: "skipped", spec: "§4.6", message: "adoption was not checked: no published seed set states its cohorts");

    private static readonly Outcome SkippedCohorts = Outcome.Pass(
        key: "skipped-cohorts", spec: "§4.6", message: "adoption by {cohorts} was not checked: no published seed set states its cohorts");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "seed-set-adoption", title: "Seed set adoption", specs: [SpecRevision.V1_0], outcomes: [Inside, Outside, Skipped, SkippedCohorts], order: 580);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve.System.Submission.SeedSets.Value is not { } registry)
        {
            return [NotApplicable(curve, "the seed sets could not be read")];
        }

        return registry.StatesWindows ? curve.Points.SelectMany(point => Judge(point, registry))
            : curve.Points.Any() ? [Skip(curve)]
            : [NotApplicable(curve, "the curve has no readable point")];
    }

    private static IEnumerable<RuleResult> Judge(Point point, SeedSetRegistry registry)
    {
        if (registry.Find(point.Config.SeedSet) is not { } set)
        {
            yield return NotApplicable(point, "the point declares no published seed set");
        }
        else if (point.Config.TargetCohort is not { } target)
        {
            yield return NotApplicable(point, "the point names no target cohort");
        }
        else
        {
            yield return set.Window.Contains(target)
                ? Inside.At(point.ConfigPath, ("published_id", set.Id), ("target", target))
                : Outside.At(
                    point.InConfig("target_cohort"),
                    ("published_id", Shown.Text(set.Id)), ("target", Shown.Text(target)), ("value", set.Window.IsEmpty ? "no cohort at all" : Shown.List(set.Window)));
        }
    }

    private static RuleResult Skip(Curve curve)
    {
        var cohorts = curve.Points.Select(point => point.Config.TargetCohort).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return cohorts.Count == 0 ? Skipped.At(curve.Path) : SkippedCohorts.At(curve.Path, ("cohorts", Shown.List(cohorts)));
    }
}
