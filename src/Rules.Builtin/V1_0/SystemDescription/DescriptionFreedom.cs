using System.Collections.Frozen;
using System.Text.Json;
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
    public required FrozenSet<string> FreeFields { get; init; }

    /// <summary>Reads the list from JSON.</summary>
    /// <exception cref="JsonException">No JSON.</exception>
    /// <exception cref="KeyNotFoundException">The list is missing.</exception>
    public static DescriptionFreedom Parse(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        return new DescriptionFreedom
        {
            FreeFields = document.RootElement.GetProperty("free_fields").EnumerateArray().Select(name => name.GetString() ?? "").ToFrozenSet(StringComparer.Ordinal),
        };
    }
}
