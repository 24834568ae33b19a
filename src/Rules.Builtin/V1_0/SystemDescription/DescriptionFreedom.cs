using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

/// <summary>The fields in which the points' copies of the system description may differ: those about the deployment at one concurrency (policy §8.5).</summary>
[RuleData("v1.0/description-consistency.json")]
public sealed record DescriptionFreedom
{
    /// <summary>What the policy says: <c>data/v1.0/description-consistency.json</c>.</summary>
    public static DescriptionFreedom Default { get; } = Parse(EmbeddedData.Read("v1.0/description-consistency.json"));

    /// <summary>Names of top-level fields.</summary>
    public required IReadOnlySet<string> FreeFields { get; init; }

    /// <summary>Reads the list from JSON.</summary>
    /// <exception cref="FormatException">No JSON, or the list is missing or none.</exception>
    public static DescriptionFreedom Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var root = RuleDataValue.Parse(utf8Json);
        return new DescriptionFreedom
        {
            FreeFields = new HashSet<string>(root["free_fields"].Texts, StringComparer.Ordinal),
        };
    }
}
