using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The approved drafters that a check knows (policy §2.9.4). An empty list approves nothing.</summary>
/// <param name="Source">Where they come from, for messages: a path, or <c>the built-in list</c>.</param>
/// <param name="Drafters">The drafters, in file order: of several that match the first counts.</param>
public sealed record DrafterList(string Source, ImmutableArray<Drafter> Drafters)
{
    /// <summary>Whether any drafter is approved for a benchmark.</summary>
    public bool Knows(string benchmark)
    {
        foreach (var drafter in Drafters)
        {
            if (string.Equals(drafter.Benchmark, benchmark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first drafter of a benchmark that a block declares; null where it declares none.</summary>
    public Drafter? Match(string benchmark, Reading.Node block)
    {
        foreach (var drafter in Drafters)
        {
            if (string.Equals(drafter.Benchmark, benchmark, StringComparison.Ordinal) && drafter.Matches(block))
            {
                return drafter;
            }
        }

        return null;
    }
}
