using System.Globalization;

namespace MlPerf.Endpoints.Rules.Mlx.Schema;

/// <summary>A pattern of the form <c>^[…]{least,most}$</c>: the whole text consists of certain ASCII characters.</summary>
/// <remarks>Judged by hand: in .NET's expressions <c>$</c> also matches before a last line break, which ECMA 262 does not allow.</remarks>
internal sealed class CharacterPattern
{
    private readonly bool[] _allowed = new bool[128];
    private readonly int _least;
    private readonly int _most;

    private CharacterPattern(string text, ReadOnlySpan<char> set, int least, int most)
    {
        Text = text;
        _least = least;
        _most = most;
        for (var at = 0; at < set.Length; at++)
        {
            var last = at + 2 < set.Length && set[at + 1] == '-' ? set[at + 2] : set[at];
            for (var c = set[at]; c <= last; c++)
            {
                _allowed[c] = true;
            }

            at += last == set[at] ? 0 : 2;
        }
    }

    /// <summary>The pattern as it is written.</summary>
    public string Text { get; }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It has another form.</exception>
    public static CharacterPattern Parse(string text)
    {
        var end = text.IndexOf("]{", StringComparison.Ordinal);
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (!text.StartsWith("^[", StringComparison.Ordinal) || !text.EndsWith("}$", StringComparison.Ordinal) || end < 3 || comma < end || text.AsSpan(2, end - 2).ContainsAnyExceptInRange(' ', '~')
            || !int.TryParse(text.AsSpan(end + 2, comma - end - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            || !int.TryParse(text.AsSpan(comma + 1, text.Length - comma - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var most))
        {
            throw new FormatException($"The pattern {text} has not the form ^[…]{{least,most}}$.");
        }

        return new CharacterPattern(text, text.AsSpan(2, end - 2), least, most);
    }

    public bool Matches(ReadOnlySpan<byte> utf8)
    {
        foreach (var b in utf8)
        {
            if (b > 127 || !_allowed[b])
            {
                return false;
            }
        }

        return utf8.Length >= _least && utf8.Length <= _most;
    }

    public bool Matches(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c > 127 || !_allowed[c])
            {
                return false;
            }
        }

        return text.Length >= _least && text.Length <= _most;
    }
}
