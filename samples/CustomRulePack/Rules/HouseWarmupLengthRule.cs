using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace Acme.HouseRules.Rules;

/// <summary>A point's warmup lasts at least half a minute.</summary>
/// <remarks>Opt-in: it runs only where it is asked for, with <c>--opt-in house-warmup-length</c>.</remarks>
public sealed class HouseWarmupLengthRule : ComplianceRule<Point>
{
    private const double ShortestS = 30;

    private static readonly Outcome TooShort = Outcome.Warning(
        key: "short", spec: "house", message: "the warmup lasts {duration_s} s, at least {shortest_s} s are wanted", fix: "Warm up for at least {shortest_s} s.");

    private static readonly Outcome Long = Outcome.Pass(key: "pass", spec: "house", message: "the warmup lasts {duration_s} s");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "house-warmup-length", title: "Length of the warmup", specs: [SpecRevision.V1_0], outcomes: [TooShort, Long], isOptIn: true);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Config.Warmup is not { } warmup)
        {
            yield return NotApplicable(point, "the point has no warmup");
        }
        else
        {
            yield return warmup.DurationS < ShortestS
                ? TooShort.At(Place.Member(point.ConfigFile.Document, "warmup"), ("duration_s", warmup.DurationS), ("shortest_s", ShortestS))
                : Long.At(point.ConfigFile.Document.Path, ("duration_s", warmup.DurationS));
        }
    }
}
