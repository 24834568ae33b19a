using System.Globalization;
using System.Numerics;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Text as Python's own conversions read it, for the few places of the rule books that are not typed fields: stored figures, sample counts, scores, numbers in file names.</summary>
/// <remarks>Differs from typed fields in that any decimal digit of Unicode counts and that an underscore stands only between two digits.</remarks>
public static class PythonText
{
    /// <summary>Most digits that an integer's text may have.</summary>
    public const int MaxIntegerDigits = 4300;

    /// <summary>An integer: blanks around, a sign, digits with single underscores between them; null for anything else.</summary>
    public static BigInteger? ToInteger(ReadOnlySpan<char> text)
        => Normalize(text) is { } plain && IsInteger(plain) ? BigInteger.Parse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

    /// <summary>A number: blanks around, a sign, <c>1.5</c>, <c>.5</c>, <c>5.</c>, <c>1e3</c>, <c>inf</c>, <c>infinity</c>, <c>nan</c>; null for anything else. Too large is infinite.</summary>
    public static double? ToNumber(ReadOnlySpan<char> text)
    {
        if (Normalize(text) is not { } plain)
        {
            return null;
        }

        var unsigned = plain.AsSpan(plain is ['+' or '-', ..] ? 1 : 0);
        if (unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase) || unsigned.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            return plain[0] is '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (unsigned.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !unsigned.ContainsAnyExcept("0123456789.eE+-") && double.TryParse(plain, Styles, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A node as Python's <c>int()</c> takes it: a fraction is cut, booleans are 1 and 0; null where it fails, as it does for NaN and the infinities.</summary>
    public static BigInteger? ToInteger(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Kind switch
        {
            NodeKind.Integer => node.AsInteger,
            NodeKind.Boolean => node.AsBoolean ? 1 : 0,
            NodeKind.Number when double.IsFinite(node.AsNumber) => new BigInteger(node.AsNumber),
            NodeKind.Text => ToInteger(node.AsText),
            _ => null,
        };
    }

    /// <summary>A node as Python's <c>float()</c> takes it; null where it fails. An integer beyond the range of a double is infinite here.</summary>
    public static double? ToNumber(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Kind switch
        {
            NodeKind.Number => node.AsNumber,
            NodeKind.Integer => ToDouble(node.AsInteger),
            NodeKind.Boolean => node.AsBoolean ? 1 : 0,
            NodeKind.Text => ToNumber(node.AsText),
            _ => null,
        };
    }

    /// <summary>The double nearest to an integer; infinite beyond the range of doubles.</summary>
    public static double ToDouble(BigInteger value)
        // Through text, which rounds to nearest even; the conversion operator cuts.
        => value >= long.MinValue && value <= long.MaxValue ? (long)value : double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Cuts what Python's <c>strip()</c> cuts: white space and the four separators U+001C to U+001F, which .NET's <c>Trim</c> leaves.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f';

    private static bool IsInteger(string plain)
    {
        var digits = plain.AsSpan(plain is ['+' or '-', ..] ? 1 : 0);
        return digits.Length is > 0 and <= MaxIntegerDigits && !digits.ContainsAnyExceptInRange('0', '9');
    }

    // Trimmed, digits in ASCII, underscores between digits dropped; null where an underscore stands elsewhere.
    private static string? Normalize(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (!trimmed.ContainsAnyExceptInRange('!', '~') && !trimmed.Contains('_'))
        {
            return trimmed.Length == 0 ? null : trimmed.ToString();
        }

        var plain = new StringBuilder(trimmed.Length);
        var afterDigit = false;
        var afterUnderscore = false;
        foreach (var rune in trimmed.EnumerateRunes())
        {
            if (rune.Value == '_')
            {
                if (!afterDigit)
                {
                    return null;
                }

                (afterDigit, afterUnderscore) = (false, true);
                continue;
            }

            var isDigit = Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber;
            if (afterUnderscore && !isDigit)
            {
                return null;
            }

            plain.Append(isDigit ? (char)('0' + (int)Rune.GetNumericValue(rune)) : rune.IsAscii ? (char)rune.Value : '?');
            (afterDigit, afterUnderscore) = (isDigit, false);
        }

        return afterUnderscore || plain.Length == 0 ? null : plain.ToString();
    }
}
