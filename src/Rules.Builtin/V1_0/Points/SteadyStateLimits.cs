using System.Collections.Immutable;
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
    /// <exception cref="FormatException">No JSON, or a list or limit is missing or none.</exception>
    public static SteadyStateLimits Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var root = RuleDataValue.Parse(utf8Json);
        return new SteadyStateLimits
        {
            Statuses = root["statuses"].Texts,
            Verdicts = root["verdicts"].Texts,
            States = root["states"].Texts,
            FewestSuperPasses = root["fewest_super_passes"].Int32,
        };
    }
}
