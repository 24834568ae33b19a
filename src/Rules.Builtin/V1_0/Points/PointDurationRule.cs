using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A run lasts long enough for its concurrency and type (policy §6.2).</summary>
/// <remarks>The steady window counts where the point states its length, else the whole run. A point outside every region, and so most dedicated Offline runs, is not judged.</remarks>
public sealed class PointDurationRule(RunLengths lengths) : ComplianceRule<MeasuredPoint>
{
    private static readonly Outcome TooShort = Outcome.Warning(
        key: "warn",
        spec: "§6.2",
        message: "the {basis} of the point at concurrency {c} ({region}) lasts {duration_ms} ms, at least {min_ms} ms are expected",
        fix: "Measure the point again for at least {min_ms} ms; set runtime_settings.min_duration_ms so that the benchmark does not stop earlier.");

    private static readonly Outcome LongEnough = Outcome.Pass(
        key: "pass", spec: "§6.2", message: "the {basis} of the point at concurrency {c} ({region}) lasts {duration_ms} ms");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "point-duration", title: "Point duration", specs: [SpecRevision.V1_0], outcomes: [TooShort, LongEnough], order: 400);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(MeasuredPoint point)
    {
        if (point.Curve.Regions is { IsPresent: false } regions)
        {
            yield return NotApplicable(point, regions.Reason);
            yield break;
        }

        if (point.Region is not { } region)
        {
            yield return NotApplicable(point, "the concurrency lies in no region");
            yield break;
        }

        var windowS = point.Config.SteadyState?.WindowDurationS;
        var durationMs = windowS * 1000 ?? point.Summary.DurationMs;
        var basis = windowS is null ? "whole run" : "steady window";
        var minimumMs = lengths.MinimumMs(point.Concurrency, point.Config.IsAgentic);

        // Written so that a length that is not a number passes, as it does for the reference.
        yield return durationMs < minimumMs
            ? TooShort.At(
                windowS is null ? point.InSummary("duration_ns") : point.InConfig("steady_state", "window", "duration_s").ReportedAt(point.SummaryPath),
                ("c", point.Concurrency), ("region", region.Name), ("basis", basis), ("duration_ms", durationMs), ("min_ms", minimumMs))
            : LongEnough.At(point.SummaryPath, ("c", point.Concurrency), ("region", region.Name), ("basis", basis), ("duration_ms", durationMs));
    }
}
