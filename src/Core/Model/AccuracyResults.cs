using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The accuracy results of one point, from <c>accuracy_results.json</c> or from <c>accuracy_scores</c> of <c>results.json</c> (v1.0).</summary>
/// <param name="Entries">What the file says of each data set, in file order. Never empty.</param>
public sealed record AccuracyResults(ImmutableArray<AccuracyEntry> Entries)
{
    /// <summary>The type, and where there is none the name, of the entry that the client computed on the performance run itself.</summary>
    public const string Performance = "performance";

    /// <summary>The score that the client computed on the performance run itself: the entry typed <c>performance</c>, else an entry of that name
    /// without any type; null where there is neither.</summary>
    public AccuracyEntry? Inline { get; } = FindInline(Entries);

    /// <summary>Whether there is an entry of an accuracy run, that is any but <see cref="Inline"/>, whatever it holds.</summary>
    public bool HasAccuracyRun => Entries.Length > (Inline is null ? 0 : 1);

    /// <summary>The entry of a data set; null where there is none.</summary>
    public AccuracyEntry? this[string name]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (string.Equals(entry.Name, name, StringComparison.Ordinal))
                {
                    return entry;
                }
            }

            return null;
        }
    }

    private static AccuracyEntry? FindInline(ImmutableArray<AccuracyEntry> entries)
    {
        AccuracyEntry? named = null;
        foreach (var entry in entries)
        {
            if (entry.IsTypedPerformance)
            {
                return entry;
            }

            if (!entry.StatesDatasetType && string.Equals(entry.Name, Performance, StringComparison.Ordinal))
            {
                named = entry;
            }
        }

        return named;
    }
}
