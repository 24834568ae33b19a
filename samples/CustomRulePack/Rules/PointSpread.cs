using MlPerf.Endpoints.Core.Rules;

namespace Acme.HouseRules.Rules;

/// <summary>The option of <see cref="HousePointSpreadRule"/>. <c>--data DIR</c> with a file <c>acme/point-spread.json</c> replaces it.</summary>
/// <param name="LargestFactor">How far apart neighbouring points may lie, as a factor.</param>
[RuleData("acme/point-spread.json")]
public sealed record PointSpread(double LargestFactor)
{
    /// <summary>A factor of 4.</summary>
    public static PointSpread Default { get; } = new(4);

    /// <summary>Reads <c>{"largest_factor": 4}</c>.</summary>
    /// <exception cref="FormatException">No JSON, or no such number; the message says where.</exception>
    public static PointSpread Parse(ReadOnlyMemory<byte> utf8Json) => new(RuleDataValue.Parse(utf8Json)["largest_factor"].Double);
}
