using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>How typed fields read text (rules 1.0 part 1 §3.4, part 2 §1.3): ASCII digits only, and what stands around them is Unicode white space without U+001C to U+001F.</summary>
internal static class LaxText
{
    /// <summary>Outcome of reading an integer.</summary>
    public enum IntegerReading
    {
        Read,
        NoInteger,
        TooLong,
    }

    public static IntegerReading TryParseInteger(ReadOnlySpan<char> text, int maxDigits, out BigInteger value)
    {
        value = default;
        text = text.Trim();
        if (text.StartsWith('+'))
        {
            text = text[1..];
            if (text.StartsWith('-'))
            {
                return IntegerReading.NoInteger;
            }
        }

        var isNegative = text.StartsWith('-');
        if (isNegative)
        {
            text = text[1..];
        }

        if (!TryStripZeros(ref text) || !TryStripFraction(ref text))
        {
            return IntegerReading.NoInteger;
        }

        if (!TryDropUnderscores(text, out var digits))
        {
            return IntegerReading.NoInteger;
        }

        // Zeros may hide one more minus, which the reference takes for the sign: "0-1" is -1.
        if (!isNegative && digits.StartsWith('-'))
        {
            isNegative = true;
            digits = digits[1..];
            if (digits.StartsWith('0') && digits.Length > 1)
            {
                return IntegerReading.NoInteger;
            }
        }

        if (digits.IsEmpty || !Digits.AreAll(digits))
        {
            return IntegerReading.NoInteger;
        }

        if (digits.Length > maxDigits)
        {
            return IntegerReading.TooLong;
        }

        value = Digits.ToInteger(digits);
        value = isNegative ? -value : value;
        return IntegerReading.Read;
    }

    public static bool TryParseNumber(ReadOnlySpan<char> text, out double value)
    {
        if (TryParsePlainNumber(text.Trim(), out value))
        {
            return true;
        }

        // The second attempt, without underscores, does not trim.
        return text.Contains('_') && TryDropUnderscores(text, out var dropped) && TryParsePlainNumber(dropped, out value);
    }

    public static bool? ParseBoolean(ReadOnlySpan<char> text)
    {
        // Kept to ASCII case: other letters that fold to these are no booleans.
        Span<char> lower = stackalloc char[5];
        if (text.Length > lower.Length || Ascii.ToLower(text, lower, out var length) is not OperationStatus.Done)
        {
            return null;
        }

        return lower[..length] switch
        {
            "1" or "t" or "y" or "on" or "yes" or "true" => true,
            "0" or "f" or "n" or "off" or "no" or "false" => false,
            _ => null,
        };
    }

    /// <summary>Reads <c>inf</c>, <c>infinity</c>, <c>nan</c> with an optional sign, in any case.</summary>
    public static bool TryParseSpecial(ReadOnlySpan<char> text, out double value)
    {
        var isNegative = text.StartsWith('-');
        var word = isNegative || text.StartsWith('+') ? text[1..] : text;
        if (Ascii.EqualsIgnoreCase(word, "nan"))
        {
            value = double.NaN;
            return true;
        }

        value = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        return Ascii.EqualsIgnoreCase(word, "inf") || Ascii.EqualsIgnoreCase(word, "infinity");
    }

    /// <summary>An integer as a double, through its text, which rounds to nearest even; null beyond the range of doubles.</summary>
    public static double? ToDouble(BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
        {
            return (long)value;
        }

        // More bits than the largest double has: no need to print what may be thousands of digits.
        if (value.GetBitLength() > 1025)
        {
            return null;
        }

        var number = double.Parse(value.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : null;
    }

    private static bool TryParsePlainNumber(ReadOnlySpan<char> text, out double value)
    {
        if (TryParseSpecial(text, out value))
        {
            return true;
        }

        var rest = text;
        SkipSign(ref rest);
        var digits = SkipDigits(ref rest);
        if (rest.StartsWith('.'))
        {
            rest = rest[1..];
            digits += SkipDigits(ref rest);
        }

        if (digits > 0 && !rest.IsEmpty && rest[0] is 'e' or 'E')
        {
            rest = rest[1..];
            SkipSign(ref rest);
            digits = SkipDigits(ref rest);
        }

        value = 0;
        return digits > 0 && rest.IsEmpty && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static void SkipSign(ref ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && text[0] is '+' or '-')
        {
            text = text[1..];
        }
    }

    private static int SkipDigits(ref ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;
        text = text[count..];
        return count;
    }

    // Leading zeros go, with the underscores among them, down to the first digit that counts, to a minus, or to the zero before a point.
    private static bool TryStripZeros(ref ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return false;
        }

        if (text[0] is (>= '1' and <= '9') or '-')
        {
            return true;
        }

        if (text[0] != '0')
        {
            return false;
        }

        var at = 1;
        while (at < text.Length && text[at] is '0' or '_')
        {
            at++;
        }

        if (at == text.Length)
        {
            text = text[^1..];
            return true;
        }

        switch (text[at])
        {
            case (>= '1' and <= '9') or '-':
                text = text[at..];
                return true;
            case '.':
                text = text[(at - 1)..];
                return true;
            default:
                return false;
        }
    }

    private static bool TryStripFraction(ref ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        if (point < 0)
        {
            return true;
        }

        var fraction = text[(point + 1)..];
        text = text[..point];
        return !fraction.IsEmpty && !fraction.ContainsAnyExcept('0');
    }

    private static bool TryDropUnderscores(ReadOnlySpan<char> text, out ReadOnlySpan<char> dropped)
    {
        dropped = text;
        if (!text.Contains('_'))
        {
            return true;
        }

        if (text[0] == '_' || text[^1] == '_' || text.Contains("__", StringComparison.Ordinal))
        {
            return false;
        }

        dropped = text.ToString().Replace("_", "", StringComparison.Ordinal);
        return true;
    }
}
