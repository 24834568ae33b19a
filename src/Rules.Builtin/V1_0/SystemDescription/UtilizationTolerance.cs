using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

/// <summary>How far a stated <c>tps_utilization</c> may lie from the one that follows from the results.</summary>
[RuleData("v1.0/utilization.json")]
public sealed record UtilizationTolerance
{
    /// <summary>The built-in value: <c>data/v1.0/utilization.json</c>.</summary>
    public static UtilizationTolerance Default { get; } = Parse(EmbeddedData.Read("v1.0/utilization.json"));

    /// <summary>Largest absolute difference of the two fractions that is still allowed.</summary>
    public required double Absolute { get; init; }

    /// <summary>Reads the tolerance from JSON.</summary>
    /// <exception cref="FormatException">No JSON, or the tolerance is missing or none.</exception>
    public static UtilizationTolerance Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var root = RuleDataValue.Parse(utf8Json);
        return new UtilizationTolerance { Absolute = root["absolute_tolerance"].Double };
    }
}
