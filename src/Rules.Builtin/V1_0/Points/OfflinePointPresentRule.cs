using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A single-turn curve declares exactly one Offline point, an agentic one none (policy §5.7).</summary>
/// <remarks>A point that is elected, not run for the purpose, is the one at C_max; where C_max is unknown that is not judged.</remarks>
public sealed class OfflinePointPresentRule : ComplianceRule<Curve>
{
    private static readonly Outcome Several = Outcome.Error(
        key: "fail",
        spec: "§5.7",
        message: "{declared_count} points declare to be the Offline point ({listed}), exactly one is expected",
        fix: "Leave `offline: dedicated` or `offline: elected` at one point and set it to `none` at the others.");

    private static readonly Outcome Missing = Outcome.Error(
        key: "fail-2",
        spec: "§5.7",
        message: "no readable point declares to be the Offline point; only a curve whose points are all {load_pattern_agentic} needs none",
        fix: "Set `offline: elected` at the point measured at max_supported_concurrency, or add a run of its own with `offline: dedicated`.");

    private static readonly Outcome Agentic = Outcome.Error(
        key: "fail-3",
        spec: "§5.7",
        message: "an agentic curve has no Offline point, but {listed} declares to be one",
        fix: "Set `offline: none` at these points, or leave the field out.");

    private static readonly Outcome NotAtCMax = Outcome.Error(
        key: "fail-4",
        spec: "§5.7.2",
        message: "the point elected as the Offline point was measured at concurrency {concurrency}, but max_supported_concurrency is {c_max}",
        fix: "Elect the point at concurrency {c_max}, or declare a run of its own with `offline: dedicated`.");

    private static readonly Outcome One = Outcome.Pass(key: "pass", spec: "§5.7", message: "the point at concurrency {concurrency} is the Offline point ({offline})");
    private static readonly Outcome NotNeeded = Outcome.Pass(key: "pass-2", spec: "§5.7", message: "the curve is agentic and has no Offline point");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "offline-point-present", title: "Offline point", specs: [SpecRevision.V1_0],
        outcomes: [Several, Missing, Agentic, NotAtCMax, One, NotNeeded], order: 650);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var declared = curve.OfflinePoints.ToList();
        yield return (curve.IsAgentic, declared) switch
        {
            (true, []) => NotNeeded.At(curve.Path),
            (true, [var first, ..]) => Agentic.At(first.InConfig("offline").ReportedAt(curve.Path), ("listed", Listed(declared))),
            (false, []) => Missing.At(curve.Path, ("load_pattern_agentic", LoadPatterns.AgenticInference)),
            (false, [var only]) => Judge(curve, only),
            (false, [_, var second, ..]) => Several.At(second.InConfig("offline").ReportedAt(curve.Path), ("declared_count", declared.Count), ("listed", Listed(declared))),
        };
    }

    private static RuleResult Judge(Curve curve, Point offline)
        => offline.Config.IsElectedOffline && curve.CMax is { } cMax && offline.Concurrency != cMax
            ? NotAtCMax.At(offline.InConfig("offline").ReportedAt(curve.Path), ("concurrency", offline.Concurrency), ("c_max", cMax))
            : One.At(curve.Path, ("concurrency", offline.Concurrency), ("offline", offline.Config.Offline));

    private static string Listed(IEnumerable<Point> points) => Shown.List(points.Select(point => $"{point.Path.Name} ({point.Config.Offline})"));
}
