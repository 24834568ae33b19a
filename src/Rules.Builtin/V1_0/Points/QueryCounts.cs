using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>How many queries a run completes at least: one pass over its dataset (policy §6.4).</summary>
/// <param name="ByDataset">Queries by the dataset's name, compared exactly.</param>
[RuleData("v1.0/query-counts.json")]
public sealed record QueryCounts(IReadOnlyDictionary<string, long> ByDataset)
{
    /// <summary>What the policy says: <c>data/v1.0/query-counts.json</c>.</summary>
    public static QueryCounts Default { get; } = Parse(EmbeddedData.Read("v1.0/query-counts.json"));

    /// <summary>The fewest queries over a dataset; null for a dataset that the policy does not list.</summary>
    public long? MinimumFor(string dataset) => ByDataset.TryGetValue(dataset, out var minimum) ? minimum : null;

    /// <summary>Reads the counts from a JSON object of name and number.</summary>
    /// <exception cref="FormatException">No JSON, or something else stands where a value is expected.</exception>
    public static QueryCounts Parse(ReadOnlyMemory<byte> utf8Json) => new(RuleDataValue.Parse(utf8Json).Int64ByName);
}
