using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>Every point states its warmup, also a disabled one (policy §6.3.3).</summary>
public sealed class WarmupPresentRule : ComplianceRule<Point>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "§6.3.3",
        message: "the point at concurrency {concurrency} has no warmup block",
        fix: "Add a warmup block with duration_s, requests_issued, requests_completed, data_source and concurrency; where no warmup took place, set the first three to 0.");

    private static readonly Outcome Stated = Outcome.Pass(key: "pass", spec: "§6.3.3", message: "the point at concurrency {concurrency} states its warmup");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "warmup-present", title: "Warmup present", specs: [SpecRevision.V1_0], outcomes: [Absent, Stated], order: 210);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        yield return point.Config.Warmup is null
            ? Absent.At(point.InConfig("warmup"), ("concurrency", point.Concurrency))
            : Stated.At(point.ConfigPath, ("concurrency", point.Concurrency));
    }
}
