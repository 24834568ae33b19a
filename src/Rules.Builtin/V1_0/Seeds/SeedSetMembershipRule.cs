using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Seeds;

/// <summary>A declared seed set is a published one, by its exact id (policy §4.6).</summary>
public sealed class SeedSetMembershipRule : ComplianceRule<Point>
{
    private static readonly Outcome Unknown = Outcome.Error(
        key: "fail",
        spec: "§4.6",
        message: "seed_set is \"{set_id}\", which is none of the published seed sets: {value}",
        fix: "Name the published set whose seeds the point ran with, in its exact spelling; a newer list is read with --seed-sets.");

    private static readonly Outcome Published = Outcome.Pass(key: "pass", spec: "§4.6", message: "seed set \"{set_id}\" is published");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "seed-set-membership", title: "Seed set membership", specs: [SpecRevision.V1_0], outcomes: [Unknown, Published], order: 560);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Curve.System.Submission.SeedSets.Value is not { } registry)
        {
            yield return NotApplicable(point, "the seed sets could not be read");
        }
        else if (point.Config.SeedSet is not { } id)
        {
            yield return NotApplicable(point, "the point declares no seed set");
        }
        else
        {
            yield return registry.Find(id) is not null
                ? Published.At(point.ConfigPath, ("set_id", id))
                : Unknown.At(point.InConfig("seed_set"), ("set_id", Shown.Text(id)), ("value", Shown.List(registry.Ids)));
        }
    }
}
