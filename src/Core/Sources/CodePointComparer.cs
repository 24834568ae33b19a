namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Orders texts by Unicode code point, as the rule books order systems, models and points.</summary>
/// <remarks>Differs from ordinal comparison only where a character above U+FFFF meets one from U+E000 to U+FFFF.</remarks>
public sealed class CodePointComparer : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static CodePointComparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }

        var at = x.AsSpan().CommonPrefixLength(y);
        if (at == x.Length || at == y.Length)
        {
            return x.Length.CompareTo(y.Length);
        }

        // Surrogates stand for code points above every other UTF-16 unit.
        var (a, b) = (x[at], y[at]);
        return (char.IsSurrogate(a), char.IsSurrogate(b)) switch
        {
            (true, false) => 1,
            (false, true) => -1,
            _ => a.CompareTo(b),
        };
    }
}
