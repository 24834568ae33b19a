using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

/// <summary>A run lasts long enough for the region in which its concurrency lies (policy §6.2). What the point declares of region and duration does not matter.</summary>
public sealed class PointDurationRule(RunLengths lengths) : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome TooShort = Outcome.Warning(
        key: "warn",
        spec: "#11",
        message: "the run at concurrency {concurrency} ({region}, {start}–{end}) lasts {duration_ms} ms, at least {minimum_ms} ms are expected",
        fix: "Measure the point again for at least {minimum_ms} ms; set runtime_settings.min_duration_ms so that the benchmark does not stop earlier.");

    private static readonly Outcome LongEnough = Outcome.Pass(
        key: "pass", spec: "#11", message: "the run at concurrency {concurrency} ({region}) lasts {duration_ms} ms, at least {minimum_ms} ms are expected");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-duration", title: "Point duration", specs: [SpecRevision.V0_7], outcomes: [TooShort, LongEnough], order: 230);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        if (point.Region is not { } region)
        {
            yield return NotApplicable(point, "the concurrency lies in no region");
            yield break;
        }

        var (durationMs, minimumMs) = (point.Summary.DurationMs, lengths.MinimumMs(region));

        // Written so that a length that is not a number passes, as it does for the reference.
        yield return durationMs < minimumMs
            ? TooShort.At(
                point.InSummary("duration_ns"), ("concurrency", point.Concurrency), ("region", region.Name), ("start", region.Start), ("end", region.End),
                ("duration_ms", durationMs), ("minimum_ms", minimumMs))
            : LongEnough.At(point.SummaryPath, ("concurrency", point.Concurrency), ("region", region.Name), ("duration_ms", durationMs), ("minimum_ms", minimumMs));
    }
}
