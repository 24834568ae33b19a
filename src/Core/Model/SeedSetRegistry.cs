using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The published seed sets that a check knows (submission rules §4.6).</summary>
public sealed class SeedSetRegistry
{
    private readonly Dictionary<string, SeedSet> _sets;

    /// <summary>Makes a registry; of several sets with one id the last counts.</summary>
    /// <param name="source">Where the sets come from, for messages: a path, or <c>the built-in list</c>.</param>
    /// <param name="sets">The sets.</param>
    public SeedSetRegistry(string source, IEnumerable<SeedSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var byId = new Dictionary<string, SeedSet>(StringComparer.Ordinal);
        foreach (var set in sets)
        {
            byId[set.Id] = set;
        }

        Source = source;
        _sets = byId;
        Ids = [.. byId.Keys.Order(CodePointComparer.Instance)];
        StatesWindows = byId.Values.Any(set => !set.Window.IsEmpty);
    }

    /// <summary>Where the sets come from.</summary>
    public string Source { get; }

    /// <summary>The ids, by code point.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Whether any set says which cohorts may adopt it.</summary>
    public bool StatesWindows { get; }

    /// <summary>The set with this id, exactly; null where there is none.</summary>
    public SeedSet? Find(string? id) => id is not null && _sets.TryGetValue(id, out var set) ? set : null;
}
