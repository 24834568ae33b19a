using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>Says which points were judged in part only, because their <c>point.yaml</c> cannot be used.</summary>
/// <remarks>Such a point still counts as a point, at the concurrency that could be made out.</remarks>
public sealed class PointRulesSkippedRule : ComplianceRule<PointFolder>
{
    private static readonly Outcome Skipped = Outcome.Warning(
        key: "warn",
        spec: "§1",
        message: "the point {point_dir_name} was judged in part only, because its point.yaml is missing or cannot be used",
        fix: "Correct what is reported about its point.yaml, then check again: more may come to light.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-rules-skipped", title: "Point rules skipped", specs: [SpecRevision.V1_0], outcomes: [Skipped], order: 530);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(PointFolder point)
    {
        if (point is not Point)
        {
            yield return Skipped.At(point.ConfigPath, ("point_dir_name", point.Path.Name));
        }
    }
}
