using System.Globalization;
using System.Numerics;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Text as the rule books read it, where the framework's own methods take it more narrowly: what is blank, and what is a number.</summary>
public static class LaxText
{
    // Longer texts are no integer, as for the reference.
    private const int MostDigits = 4300;

    /// <summary>Whether a character is white space: Unicode's, and U+001C to U+001F.</summary>
    public static bool IsWhiteSpace(char character) => char.IsWhiteSpace(character) || character is >= '\u001c' and <= '\u001f';

    /// <summary>Cuts white space off both ends.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && IsWhiteSpace(text[start]))
        {
            start++;
        }

        var end = text.Length;
        while (end > start && IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>Whether a text is empty or white space only.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text) => Trim(text).IsEmpty;

    /// <summary>Reads a number: surrounding white space, digits of any script, <c>_</c> between two digits, <c>inf</c>, <c>infinity</c> and <c>nan</c> in any case are allowed. Too large a number is infinite.</summary>
    public static bool TryParseNumber(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        if (Plain(Trim(text)) is not { } plain)
        {
            return false;
        }

        var digits = plain.AsSpan(plain is ['+' or '-', ..] ? 1 : 0);
        if (digits.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            value = double.NaN;
            return true;
        }

        if (digits.Equals("inf", StringComparison.OrdinalIgnoreCase) || digits.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            value = plain[0] is '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        return IsDecimal(digits) && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a whole number: surrounding white space, a sign, digits of any script and <c>_</c> between two digits are allowed.</summary>
    public static bool TryParseInteger(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        if (Plain(Trim(text)) is not { } plain)
        {
            return false;
        }

        var digits = plain.AsSpan(plain is ['+' or '-', ..] ? 1 : 0);
        return digits.Length is > 0 and <= MostDigits && !digits.ContainsAnyExceptInRange('0', '9')
            && BigInteger.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    // The same text in ASCII and without its underscores; null where it cannot be a number.
    private static string? Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        var last = '\0';
        foreach (var rune in text.EnumerateRunes())
        {
            var c = rune.IsAscii ? (char)rune.Value
                : Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber ? (char)('0' + (int)Rune.GetNumericValue(rune))
                : '\0';
            if (c is '\0' || (last is '_' && !char.IsAsciiDigit(c)) || (c is '_' && !char.IsAsciiDigit(last)))
            {
                return null;
            }

            if (c is not '_')
            {
                plain.Append(c);
            }

            last = c;
        }

        return last is '_' or '\0' ? null : plain.ToString();
    }

    // digits [. [digits]] [exponent], or . digits [exponent]
    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        var at = Digits(text, 0);
        var count = at;
        if (at < text.Length && text[at] is '.')
        {
            var fraction = Digits(text, at + 1);
            count += fraction - at - 1;
            at = fraction;
        }

        if (count > 0 && at < text.Length && text[at] is ('e' or 'E'))
        {
            var exponent = at + 1 < text.Length && text[at + 1] is ('+' or '-') ? at + 2 : at + 1;
            at = Digits(text, exponent) is var end && end > exponent ? end : -1;
        }

        return count > 0 && at == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
