using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>The text rules of Python's own <c>int()</c>, <c>float()</c> and <c>strip()</c>, by which some rules read figures and names (rules 0.7 §3.3, rules 1.0 part 2 §1.3).</summary>
/// <remarks>Typed fields follow other, stricter rules: see <see cref="FieldReader"/>.</remarks>
public static class PythonText
{
    private const int MaxIntegerDigits = 4300;

    /// <summary>Whether Python counts a character as white space: Unicode white space and U+001C to U+001F. U+200B and U+FEFF are none.</summary>
    public static bool IsWhiteSpace(char character) => char.IsWhiteSpace(character) || character is >= '\u001C' and <= '\u001F';

    /// <summary>Whether a text is empty or holds nothing but white space as <see cref="IsWhiteSpace"/> sees it.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text) => Trim(text).IsEmpty;

    /// <summary>Cuts white space off both ends as <c>strip()</c> does, U+001C to U+001F included.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsWhiteSpace(text[0]))
        {
            text = text[1..];
        }

        while (!text.IsEmpty && IsWhiteSpace(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    /// <summary>Cuts white space off both ends as <c>strip()</c> does, U+001C to U+001F included.</summary>
    public static string Trim(string text)
    {
        var trimmed = Trim(text.AsSpan());
        return trimmed.Length == text.Length ? text : trimmed.ToString();
    }

    /// <summary>Reads an integer as <c>int()</c> does: white space around (not U+001C to U+001F), a sign, decimal digits of any script, single <c>_</c> between digits, at most 4300 digits.</summary>
    public static bool TryParseInteger(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        text = text.Trim();
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 1);
        try
        {
            var length = 0;
            CopySign(ref text, buffer, ref length);
            var digitsStart = length;
            return TryCopyDigits(ref text, buffer, ref length) && text.IsEmpty && length - digitsStart <= MaxIntegerDigits
                && BigInteger.TryParse(buffer.AsSpan(0, length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads an integer as <c>int()</c> does for a base: 2, 8 and 16 allow their prefix and any number of digits.</summary>
    /// <exception cref="OverflowException">It has more than <paramref name="maxDigits"/> decimal digits.</exception>
    internal static bool TryParseBased(ReadOnlySpan<char> text, int numberBase, int maxDigits, out BigInteger value)
    {
        value = default;
        text = text.Trim();
        var isNegative = text.StartsWith('-');
        text = isNegative || text.StartsWith('+') ? text[1..] : text;
        var mark = numberBase switch { 2 => 'b', 8 => 'o', 16 => 'x', _ => '\0' };
        if (text.Length > 1 && text[0] == '0' && (text[1] | 0x20) == mark)
        {
            text = text[2..];
            text = text.StartsWith('_') ? text[1..] : text;
        }

        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 1);
        try
        {
            var length = 0;
            if (!TryCopyDigits(ref text, buffer, ref length, numberBase) || !text.IsEmpty)
            {
                return false;
            }

            var zeros = 0;
            while (zeros < length && buffer[zeros] == '0')
            {
                zeros++;
            }

            var digits = buffer.AsSpan(zeros, length - zeros);
            var bits = numberBase switch { 2 => 1, 8 => 3, 16 => 4, _ => 0 };
            if (bits == 0 ? length > maxDigits : digits.Length * bits > maxDigits * 3.33)
            {
                throw new OverflowException();
            }

            value = bits == 0 ? (digits.IsEmpty ? BigInteger.Zero : Digits.ToInteger(digits)) : FromBits(digits, bits);
            value = isNegative ? -value : value;
            return true;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads a double as <c>float()</c> does: white space around (not U+001C to U+001F), a sign, decimal digits of any script, single <c>_</c> between digits,
    /// a point, an exponent; or <c>inf</c>, <c>infinity</c>, <c>nan</c> in any case. Too large becomes infinite.</summary>
    public static bool TryParseNumber(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        text = text.Trim();
        if (LaxText.TryParseSpecial(text, out value))
        {
            return true;
        }

        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 1);
        try
        {
            var length = 0;
            CopySign(ref text, buffer, ref length);
            var hasDigits = TryCopyDigits(ref text, buffer, ref length);
            if (!text.IsEmpty && text[0] == '.')
            {
                buffer[length++] = '.';
                text = text[1..];
                hasDigits |= TryCopyDigits(ref text, buffer, ref length);
            }

            if (!hasDigits)
            {
                return false;
            }

            if (!text.IsEmpty && text[0] is 'e' or 'E')
            {
                buffer[length++] = 'e';
                text = text[1..];
                CopySign(ref text, buffer, ref length);
                if (!TryCopyDigits(ref text, buffer, ref length))
                {
                    return false;
                }
            }

            return text.IsEmpty && double.TryParse(buffer.AsSpan(0, length), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static void CopySign(ref ReadOnlySpan<char> text, char[] buffer, ref int length)
    {
        if (!text.IsEmpty && text[0] is '+' or '-')
        {
            buffer[length++] = text[0];
            text = text[1..];
        }
    }

    // Digits of any script as ASCII digits, without the single underscores between them. Stops at what is no digit; a stray underscore is left for the caller to choke on.
    private static bool TryCopyDigits(ref ReadOnlySpan<char> text, char[] buffer, ref int length, int numberBase = 10)
    {
        var start = length;
        while (true)
        {
            var rest = length > start && !text.IsEmpty && text[0] == '_' ? text[1..] : text;
            if (Rune.DecodeFromUtf16(rest, out var rune, out var consumed) is not OperationStatus.Done)
            {
                return length > start;
            }

            var digit = Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber ? (int)Rune.GetNumericValue(rune)
                : rune.IsAscii && char.IsAsciiLetter((char)rune.Value) ? (rune.Value | 0x20) - 'a' + 10
                : numberBase;
            if (digit >= numberBase)
            {
                return length > start;
            }

            buffer[length++] = (char)(digit < 10 ? '0' + digit : 'a' + digit - 10);
            text = rest[consumed..];
        }
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
            NodeKind.Text when TryParseInteger(node.AsText, out var value) => value,
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
            NodeKind.Integer => NodeValues.ToDouble(node.AsInteger),
            NodeKind.Boolean => node.AsBoolean ? 1 : 0,
            NodeKind.Text when TryParseNumber(node.AsText, out var value) => value,
            _ => null,
        };
    }

    private static BigInteger FromBits(ReadOnlySpan<char> digits, int bitsPerDigit)
    {
        var value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            value = (value << bitsPerDigit) | (char.IsAsciiDigit(digit) ? digit - '0' : digit - 'a' + 10);
        }

        return value;
    }
}
