using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Coverage;

/// <summary>How many points a curve has (policy §5.3, §5.6).</summary>
[RuleData("v0.7/point-limits.json")]
public sealed record PointLimits
{
    /// <summary>What the policy says: <c>data/v0.7/point-limits.json</c>.</summary>
    public static PointLimits Default { get; } = Parse(EmbeddedData.Read("v0.7/point-limits.json"));

    /// <summary>Fewest points.</summary>
    public required int MinimumPoints { get; init; }

    /// <summary>Most points.</summary>
    public required int MaximumPoints { get; init; }

    /// <summary>Reads the limits from JSON.</summary>
    /// <exception cref="FormatException">No JSON, or a limit is missing or none.</exception>
    public static PointLimits Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var root = RuleDataValue.Parse(utf8Json);
        return new PointLimits
        {
            MinimumPoints = root["minimum_points"].Int32,
            MaximumPoints = root["maximum_points"].Int32,
        };
    }
}
