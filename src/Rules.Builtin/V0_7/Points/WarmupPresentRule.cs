using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Points;

/// <summary>Every point states its warmup (policy §6.3.3). The readme dialect does not know the field.</summary>
public sealed class WarmupPresentRule : ComplianceRule<Point>
{
    private static readonly Outcome Absent = Outcome.Error(
        key: "fail",
        spec: "#6.3.3",
        message: "the point at concurrency {concurrency} has no warmup block",
        fix: "Add a warmup block with duration_s, requests_issued, requests_completed, data_source and concurrency as they were in the run.");

    private static readonly Outcome Stated = Outcome.Pass(key: "pass", spec: "#6.3.3", message: "the point at concurrency {concurrency} states its warmup");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "warmup-present", title: "Warmup present", specs: [SpecRevision.V0_7Release], outcomes: [Absent, Stated], order: 140);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        yield return point.Config.Warmup is null
            ? Absent.At(point.InConfig("warmup"), point.NamedConcurrency)
            : Stated.At(point.ConfigPath, point.NamedConcurrency);
    }
}
