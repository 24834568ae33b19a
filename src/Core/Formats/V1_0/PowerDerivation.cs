using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>The power figures of a single run, as a client states them beside the descriptor that it sends (rules 1.0 part 4 §9).</summary>
/// <remarks>Made of raw files, and more lenient than the rules: capacity, engagement and cooling are not considered. Never throws for what a file may hold.</remarks>
public sealed record PowerDerivation
{
    /// <summary><c>provisioned_power_kw</c>; null where the descriptor does not validate or has a problem.</summary>
    public double? ProvisionedPowerKw { get; private init; }

    /// <summary><c>point_power_kw</c>; null also where <c>nodes_used</c> cannot be resolved.</summary>
    public double? PointPowerKw { get; private init; }

    /// <summary><c>system_tps_per_kw</c>, one decimal; null also where the throughput is unknown or the point's power is 0.</summary>
    public double? SystemTpsPerKw { get; private init; }

    /// <summary><c>mlc_estimated_power</c>: defaults stand for something, or the descriptor says so.</summary>
    public bool IsEstimated { get; private init; }

    /// <summary><c>estimated</c>: what defaults stand for.</summary>
    public ImmutableArray<string> Estimates { get; private init; } = [];

    /// <summary><c>problems</c>: why figures are null.</summary>
    public ImmutableArray<string> Problems { get; private init; } = [];

    /// <summary>Derives the figures.</summary>
    /// <param name="systemPower"><c>system_power.json</c>.</param>
    /// <param name="pointConfig"><c>point.yaml</c>; null or missing for none.</param>
    /// <param name="systemDescription"><c>system_desc.json</c>; null or missing for none.</param>
    /// <param name="resultSummary"><c>performance/result_summary.json</c>; null or missing for none.</param>
    /// <param name="defaults">Appendix D; what the policy says where null.</param>
    public static PowerDerivation Of(Document systemPower, Document? pointConfig, Document? systemDescription, Document? resultSummary, PowerDefaults? defaults = null)
    {
        ArgumentNullException.ThrowIfNull(systemPower);
        var reading = PowerDescriptorReader.Read(systemPower);
        var saysEstimated = reading.Value?.SaysEstimated ?? systemPower.Root?["mlc_estimated_power"] is { Kind: NodeKind.Boolean, AsBoolean: true };
        if (reading.Value is not { } descriptor)
        {
            return new PowerDerivation
            {
                IsEstimated = saysEstimated,
                Problems =
                [
                    systemPower.Problem is { } problem ? $"system_power.json cannot be read: {problem.Detail}"
                        : string.Create(CultureInfo.InvariantCulture, $"system_power.json has {reading.Problems.Count} {(reading.Problems.Count == 1 ? "field error" : "field errors")}"),
                ],
            };
        }

        var facts = systemDescription?.Root is { Kind: NodeKind.Map } description ? PowerFactsReader.Read(description) : PowerFacts.None;
        var computation = PowerCalculator.Compute(descriptor, facts, defaults);
        var problems = computation.Problems.Select(problem => problem.Detail).ToList();
        double? pointKw = null;
        if (Engage(computation, pointConfig) is { HasFaults: false } engagement)
        {
            pointKw = computation.ProvisionedKw is { } kilowatts ? new ProvisionedPower(computation, kilowatts).Of(engagement).Kilowatts : null;
        }
        else
        {
            problems.Add("nodes_used of point.yaml cannot be resolved against the node sets of system_power.json");
        }

        return new PowerDerivation
        {
            ProvisionedPowerKw = computation.ProvisionedKw,
            PointPowerKw = pointKw,
            SystemTpsPerKw = pointKw is { } divisor && divisor != 0 && SystemTps(resultSummary?.Root) is { } systemTps
                ? PowerRounding.Round(systemTps / divisor, ProvisionedPower.TpsPerKwDecimals)
                : null,
            IsEstimated = saysEstimated || !computation.Estimates.IsEmpty,
            Estimates = [.. computation.Estimates.Select(estimate => estimate.ToString())],
            Problems = [.. problems],
        };
    }

    private static PowerEngagement? Engage(PowerComputation computation, Document? pointConfig)
    {
        if (pointConfig is { Root: null, Exists: true })
        {
            return null;
        }

        var used = pointConfig?.Root is { Kind: NodeKind.Map } point ? point["nodes_used"] : null;
        if (used is null or { IsNull: true })
        {
            return PowerEngagement.Of(computation.NodeSets, null);
        }

        if (used.Kind is not NodeKind.List)
        {
            return null;
        }

        var entries = ImmutableArray.CreateBuilder<NodesUsed>(used.Items.Count);
        foreach (var entry in used.Items)
        {
            // By numeric equality: 0, 0.0 and false are one ensemble, "0" is none.
            if (entry.Kind is not NodeKind.Map || Whole(entry["system_node_ensemble_id"]) is not { } ensemble || entry["nodes"] is not { Kind: NodeKind.Integer or NodeKind.Boolean } nodes)
            {
                return null;
            }

            entries.Add(new NodesUsed(ensemble, Whole(nodes)!.Value));
        }

        return PowerEngagement.Of(computation.NodeSets, entries.MoveToImmutable());
    }

    private static BigInteger? Whole(Node? node) => node?.Kind switch
    {
        NodeKind.Integer => node.AsInteger,
        NodeKind.Boolean => node.AsBoolean ? 1 : 0,
        NodeKind.Number when double.IsInteger(node.AsNumber) => new BigInteger(node.AsNumber),
        _ => null,
    };

    // The total is not cut to whole tokens here, unlike in the rules.
    private static double? SystemTps(Node? summary)
    {
        const double nanosecondsPerSecond = 1e9;
        return summary?["output_sequence_lengths"]?["total"]?.RawNumber is { } tokens && summary["duration_ns"]?.RawNumber is > 0 and var durationNs
            ? tokens / (durationNs / nanosecondsPerSecond)
            : null;
    }
}
