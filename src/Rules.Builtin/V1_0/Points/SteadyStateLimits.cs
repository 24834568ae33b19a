using System.Collections.Immutable;
using System.Text.Json;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>The words of a <c>steady_state</c> block and how many super-passes show a trend (policy §4.4).</summary>
[RuleData("v1.0/steady-state.json")]
public sealed record SteadyStateLimits
{
    /// <summary>What the policy says: <c>data/v1.0/steady-state.json</c>.</summary>
    public static SteadyStateLimits Default { get; } = Parse(EmbeddedData.Read("v1.0/steady-state.json"));

    /// <summary>The words for <c>status</c>.</summary>
    public required ImmutableArray<string> Statuses { get; init; }

    /// <summary>The words for <c>verdict</c>.</summary>
    public required ImmutableArray<string> Verdicts { get; init; }

    /// <summary>The words for the state of a metric.</summary>
    public required ImmutableArray<string> States { get; init; }

    /// <summary>Fewest super-passes in a window that shows a trend.</summary>
    public required int FewestSuperPasses { get; init; }

    /// <summary>Reads words and limits from JSON.</summary>
    /// <exception cref="JsonException">No JSON.</exception>
    /// <exception cref="KeyNotFoundException">A list or limit is missing.</exception>
    public static SteadyStateLimits Parse(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        var root = document.RootElement;
        return new SteadyStateLimits
        {
            Statuses = Words(root, "statuses"),
            Verdicts = Words(root, "verdicts"),
            States = Words(root, "states"),
            FewestSuperPasses = root.GetProperty("fewest_super_passes").GetInt32(),
        };
    }

    private static ImmutableArray<string> Words(JsonElement root, string name)
        => [.. root.GetProperty(name).EnumerateArray().Select(word => word.GetString() ?? "")];
}
