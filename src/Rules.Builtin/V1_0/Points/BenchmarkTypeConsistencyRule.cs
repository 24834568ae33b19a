using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>All points of a curve are of one type, single-turn or agentic (policy §6.1, §8.5).</summary>
/// <remarks>The type is read off the load pattern alone; dedicated Offline runs have none to speak of.</remarks>
public sealed class BenchmarkTypeConsistencyRule : ComplianceRule<Curve>
{
    private static readonly Outcome Mixed = Outcome.Error(
        key: "fail",
        spec: "§6.1, §8.5",
        message: "the points of the curve have different load patterns: {patterns}",
        fix: "Measure all points of the curve with one load pattern; only a dedicated Offline run may differ, and then it declares `offline: dedicated`.");

    private static readonly Outcome Same = Outcome.Pass(key: "pass", spec: "§6.1, §8.5", message: "all points of the curve have load pattern {patterns}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "benchmark-type-consistency", title: "Benchmark type consistency", specs: [SpecRevision.V1_0], outcomes: [Mixed, Same], order: 620);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var patterns = curve.VotingPoints.Select(point => point.Config.LoadPattern).Distinct(StringComparer.Ordinal).ToList();
        yield return patterns.Count switch
        {
            0 => NotApplicable(curve, "no point but dedicated Offline runs could be read"),
            1 => Same.At(curve.Path, ("patterns", Shown.Text(patterns[0]))),
            _ => Mixed.At(curve.Path, ("patterns", Shown.List(patterns.Order(StringComparer.Ordinal)))),
        };
    }
}
