namespace MlPerf.Endpoints.Core.Rules;

/// <summary>Finds what somebody meant who mistyped a name.</summary>
public static class Suggestion
{
    private const int FarthestDistance = 3;

    /// <summary><c> Did you mean 'point-count'?</c> with a leading blank, or <c>""</c> where no known name is close.</summary>
    public static string For(string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(known);
        var nearest = known.Distinct(StringComparer.Ordinal).Select(candidate => (Name: candidate, Distance: Distance(name, candidate))).MinBy(candidate => candidate.Distance);
        return nearest.Name is not null && nearest.Distance <= FarthestDistance ? $" Did you mean '{nearest.Name}'?" : "";
    }

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
