using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

/// <summary>How many queries a run completes at least (policy §6.4).</summary>
/// <remarks>v0.7 lists placeholders only; a round that knows its data sets replaces the file.</remarks>
/// <param name="ByDataset">Queries by the data set's name, compared exactly.</param>
[RuleData("v0.7/query-counts.json")]
public sealed record QueryCounts(IReadOnlyDictionary<string, long> ByDataset)
{
    /// <summary>What the reference lists: <c>data/v0.7/query-counts.json</c>.</summary>
    public static QueryCounts Default { get; } = Parse(EmbeddedData.Read("v0.7/query-counts.json"));

    /// <summary>The fewest queries over a data set; null for one that is not listed.</summary>
    public long? MinimumFor(string dataset) => ByDataset.TryGetValue(dataset, out var minimum) ? minimum : null;

    /// <summary>Reads the counts from a JSON object of name and number.</summary>
    /// <exception cref="FormatException">No JSON, or something else stands where a value is expected.</exception>
    public static QueryCounts Parse(ReadOnlyMemory<byte> utf8Json) => new(RuleDataValue.Parse(utf8Json).Int64ByName);
}
