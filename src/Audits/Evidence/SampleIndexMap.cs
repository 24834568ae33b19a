using System.Numerics;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Evidence;

/// <summary><c>sample_idx_map.json</c>: which row each request of a run took, in the order of issue.</summary>
/// <param name="Performance">Request id and row of the performance dataset.</param>
public sealed record SampleIndexMap(IReadOnlyList<KeyValuePair<string, BigInteger>> Performance)
{
    /// <summary>Reads a map; null with a clause of what is wrong where it cannot be used.</summary>
    public static SampleIndexMap? Read(ReadOnlyMemory<byte> utf8, out string? fault)
        => JsonFiles.Parse(utf8, out fault) is { } root ? Read(root, out fault) : null;

    internal static SampleIndexMap? Read(JsonElement root, out string? fault)
    {
        if (JsonFiles.Object(root, "performance") is not { } performance)
        {
            fault = "it holds no object 'performance'";
            return null;
        }

        // Of equal ids the last stands, as for every reader of JSON objects; a request has one row.
        var entries = new List<KeyValuePair<string, BigInteger>>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in performance.EnumerateObject())
        {
            if (JsonIntegers.Read(entry.Value) is not { } index)
            {
                fault = "a row is no integer";
                return null;
            }

            if (places.TryGetValue(entry.Name, out var place))
            {
                entries[place] = new(entry.Name, index);
            }
            else
            {
                places.Add(entry.Name, entries.Count);
                entries.Add(new(entry.Name, index));
            }
        }

        fault = null;
        return new SampleIndexMap(entries);
    }

    /// <summary>How many different rows were taken.</summary>
    public int DistinctRows => Performance.Select(entry => entry.Value).Distinct().Count();
}
