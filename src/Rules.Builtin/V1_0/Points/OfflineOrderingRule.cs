using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A dedicated Offline run keeps at least C_max requests in flight and delivers about as much as the point at C_max (policy §5.7.2).</summary>
/// <remarks>Gives two results where both can be judged. Throughputs are found by declared concurrency: of several points with one concurrency the last counts,
/// and an Offline run at exactly C_max may be compared with itself.</remarks>
public sealed class OfflineOrderingRule(PointLimits limits) : ComplianceRule<Curve>
{
    private static readonly Outcome BelowCMax = Outcome.Warning(
        key: "warn",
        spec: "§5.7.2",
        message: "the dedicated Offline run was measured at concurrency {concurrency}, at least max_supported_concurrency ({c_max}) is expected",
        fix: "Measure the Offline run with at least {c_max} requests in flight, or elect the point at that concurrency instead.");

    private static readonly Outcome Slower = Outcome.Warning(
        key: "warn-2",
        spec: "§5.7.2",
        message: "the dedicated Offline run delivers {offline_tps} tokens/s, at least {floor} are expected: {offline_tps_margin:0.##%} of the {c_max_tps} at max_supported_concurrency",
        fix: "Measure the Offline run again without a limit that slows it down; a run that is slower than the curve says nothing about the system's throughput.");

    private static readonly Outcome FastEnough = Outcome.Pass(
        key: "pass", spec: "§5.7.2", message: "the dedicated Offline run at concurrency {concurrency} delivers {offline_tps} tokens/s, {floor} are expected beside concurrency {c_max}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "offline-ordering", title: "Offline point ordering", specs: [SpecRevision.V1_0], outcomes: [BelowCMax, Slower, FastEnough], order: 660);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var offline = curve.Points.FirstOrDefault(point => point.Config.IsDedicatedOffline);
        if (offline is null || curve.CMax is not { } cMax || !curve.MeasuredPoints.Any())
        {
            yield return NotApplicable(curve, offline is null ? "the curve has no dedicated Offline run" : curve.CMax is null ? "C_max is unknown" : "no point was measured");
            yield break;
        }

        if (offline.Concurrency < cMax)
        {
            yield return BelowCMax.At(offline.InConfig("concurrency").ReportedAt(curve.Path), ("concurrency", offline.Concurrency), ("c_max", cMax));
        }

        if (SystemTps(curve, offline.Concurrency) is { } offlineTps && SystemTps(curve, cMax) is { } cMaxTps)
        {
            var floor = limits.OfflineThroughputFactor * cMaxTps;
            yield return offlineTps < floor
                ? Slower.At(curve.Path, ("offline_tps", offlineTps), ("offline_tps_margin", limits.OfflineThroughputFactor), ("c_max_tps", cMaxTps), ("floor", floor))
                : FastEnough.At(curve.Path, ("offline_tps", offlineTps), ("floor", floor), ("concurrency", offline.Concurrency), ("c_max", cMax));
        }
        else
        {
            yield return NotApplicable(curve, "the throughput of the Offline run or that at C_max is unknown");
        }
    }

    private static double? SystemTps(Curve curve, BigInteger concurrency)
        => curve.MeasuredPoints.LastOrDefault(point => point.Concurrency == concurrency)?.Summary.SystemTps;
}
