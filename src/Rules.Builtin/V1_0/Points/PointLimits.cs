using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>How many points a curve has, and what its Offline point achieves (policy §5.3, §5.6, §5.7.2).</summary>
[RuleData("v1.0/point-limits.json")]
public sealed record PointLimits
{
    /// <summary>What the policy says: <c>data/v1.0/point-limits.json</c>.</summary>
    public static PointLimits Default { get; } = Parse(EmbeddedData.Read("v1.0/point-limits.json"));

    /// <summary>Fewest points of a single-turn curve whose Offline point is elected.</summary>
    public required int MinimumPoints { get; init; }

    /// <summary>Fewest points of a single-turn curve with a dedicated Offline run, which is one of them.</summary>
    public required int MinimumPointsWithDedicatedOffline { get; init; }

    /// <summary>Fewest points of an agentic curve.</summary>
    public required int MinimumPointsAgentic { get; init; }

    /// <summary>Most points of a curve, the Offline point included.</summary>
    public required int MaximumPoints { get; init; }

    /// <summary>The share of the throughput at C_max that a dedicated Offline run is expected to reach.</summary>
    public required double OfflineThroughputFactor { get; init; }

    /// <summary>Reads the limits from JSON.</summary>
    /// <exception cref="FormatException">No JSON, or a limit is missing or none.</exception>
    public static PointLimits Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var root = RuleDataValue.Parse(utf8Json);
        return new PointLimits
        {
            MinimumPoints = root["minimum_points"].Int32,
            MinimumPointsWithDedicatedOffline = root["minimum_points_with_dedicated_offline"].Int32,
            MinimumPointsAgentic = root["minimum_points_agentic"].Int32,
            MaximumPoints = root["maximum_points"].Int32,
            OfflineThroughputFactor = root["offline_throughput_factor"].Double,
        };
    }
}
