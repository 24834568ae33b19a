using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <summary>The types of plain scalars in YAML 1.1, and their values (rules 0.7 §3.2, rules 1.0 part 1 §3.3). Patterns are tried in the books' order; all are ASCII.</summary>
internal static class YamlScalars
{
    /// <summary>Most parts of a number in base 60, which is the number of digits of 4300 decimal ones.</summary>
    private const int MaxSexagesimalParts = 2419;

    private static readonly SearchValues<char> OctalDigits = SearchValues.Create("01234567_");

    /// <summary>The type of a plain scalar.</summary>
    public static YamlTag Resolve(string text)
    {
        if (text.Length == 0)
        {
            return YamlTag.Null;
        }

        switch (text[0])
        {
            case '~' or '<' or '=':
                return text switch { "~" => YamlTag.Null, "<<" => YamlTag.Merge, "=" => YamlTag.DefaultValue, _ => YamlTag.Text };
            case 'y' or 'Y' or 'n' or 'N' or 't' or 'T' or 'f' or 'F' or 'o' or 'O':
                return IsBoolean(text) ? YamlTag.Boolean : text is "null" or "Null" or "NULL" ? YamlTag.Null : YamlTag.Text;
            case (>= '0' and <= '9') or '+' or '-' or '.':
                return IsFloat(text) ? YamlTag.Number : IsInteger(text) ? YamlTag.Integer : IsTimestamp(text) ? YamlTag.Timestamp : YamlTag.Text;
            default:
                return YamlTag.Text;
        }
    }

    /// <summary>The value of a boolean; null where the text is none.</summary>
    public static bool? ToBoolean(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "true" or "on" => true,
        "no" or "false" or "off" => false,
        _ => null,
    };

    /// <summary>The value of an integer, which a tag may also claim for text that does not look like one; null where it is none.</summary>
    /// <exception cref="OverflowException">It has more digits than <paramref name="maxDigits"/>.</exception>
    public static BigInteger? ToInteger(string text, int maxDigits)
    {
        var digits = text.Contains('_', StringComparison.Ordinal) ? text.Replace("_", "", StringComparison.Ordinal) : text;

        if (digits.Length == 0)
        {
            return null;
        }

        var isNegative = digits[0] == '-';
        var rest = digits.AsSpan(digits[0] is '-' or '+' ? 1 : 0);
        if (rest.IsEmpty)
        {
            return null;
        }

        BigInteger value;
        var isRead = rest switch
        {
            "0" => (value = BigInteger.Zero).IsZero,
            ['0', 'b', .. var binary] => PythonText.TryParseBased(binary, 2, maxDigits, out value),
            ['0', 'x', .. var hex] => PythonText.TryParseBased(hex, 16, maxDigits, out value),
            ['0', ..] => PythonText.TryParseBased(rest, 8, maxDigits, out value),
            _ when rest.Contains(':') => TryParseSexagesimal(rest, maxDigits, out value),
            _ => PythonText.TryParseBased(rest, 10, maxDigits, out value),
        };
        return isRead ? (isNegative ? -value : value) : null;
    }

    /// <summary>The value of a double, which a tag may also claim for text that does not look like one; null where it is none.</summary>
    public static double? ToNumber(string text)
    {
        var digits = (text.Contains('_', StringComparison.Ordinal) ? text.Replace("_", "", StringComparison.Ordinal) : text).ToLowerInvariant();
        if (digits.Length == 0)
        {
            return null;
        }

        var sign = digits[0] == '-' ? -1.0 : 1.0;
        var rest = digits.AsSpan(digits[0] is '-' or '+' ? 1 : 0);
        if (rest is ".inf")
        {
            return sign * double.PositiveInfinity;
        }

        if (rest is ".nan")
        {
            return double.NaN;
        }

        if (rest.Contains(':'))
        {
            return TryParseSexagesimal(rest, out var sum) ? sign * sum : null;
        }

        return PythonText.TryParseNumber(rest, out var value) ? sign * value : null;
    }

    /// <summary>Whether a date or time stamp exists; the text may also come with a tag.</summary>
    public static bool IsExistingTimestamp(string text)
    {
        if (!TryMatchTimestamp(text, out var stamp) || stamp.Year < 1 || stamp.Month is < 1 or > 12 || stamp.Day < 1 || stamp.Day > DateTime.DaysInMonth(stamp.Year, stamp.Month))
        {
            return false;
        }

        return !stamp.HasTime || (stamp is { Hour: < 24, Minute: < 60, Second: < 60 } && stamp.ZoneMinutes < 24 * 60);
    }

    private static bool IsBoolean(string text) => text
        is "yes" or "Yes" or "YES" or "no" or "No" or "NO" or "true" or "True" or "TRUE" or "false" or "False" or "FALSE" or "on" or "On" or "ON" or "off" or "Off" or "OFF";

    private static bool IsFloat(ReadOnlySpan<char> text)
    {
        if (!text.Contains('.'))
        {
            return false;
        }

        var rest = text;
        var hasSign = TrySkipSign(ref rest);
        if (rest is ".inf" or ".Inf" or ".INF" || (!hasSign && rest is ".nan" or ".NaN" or ".NAN"))
        {
            return true;
        }

        if (rest.StartsWith('.'))
        {
            // ".5": no sign, and a digit right behind the point.
            rest = rest[1..];
            return !hasSign && !rest.IsEmpty && char.IsAsciiDigit(rest[0]) && IsExponentOrEnd(SkipDigitsAndUnderscores(rest));
        }

        if (rest.IsEmpty || !char.IsAsciiDigit(rest[0]))
        {
            return false;
        }

        rest = SkipDigitsAndUnderscores(rest);
        if (rest.StartsWith('.'))
        {
            return IsExponentOrEnd(SkipDigitsAndUnderscores(rest[1..]));
        }

        return TrySkipSexagesimal(ref rest) && rest.StartsWith('.') && SkipDigitsAndUnderscores(rest[1..]).IsEmpty;
    }

    private static bool IsInteger(ReadOnlySpan<char> text)
    {
        TrySkipSign(ref text);
        if (text.IsEmpty)
        {
            return false;
        }

        if (text[0] == '0')
        {
            if (text.Length == 1)
            {
                return true;
            }

            return text[1] switch
            {
                'b' => text.Length > 2 && text[2..].IndexOfAnyExcept('0', '1', '_') < 0,
                'x' => text.Length > 2 && IsHex(text[2..]),
                _ => !text[1..].ContainsAnyExcept(OctalDigits),
            };
        }

        if (!char.IsAsciiDigit(text[0]))
        {
            return false;
        }

        var rest = SkipDigitsAndUnderscores(text);
        return rest.IsEmpty || (TrySkipSexagesimal(ref rest) && rest.IsEmpty);
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (!char.IsAsciiHexDigit(unit) && unit != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static bool TrySkipSign(ref ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('+' or '-'))
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static ReadOnlySpan<char> SkipDigitsAndUnderscores(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && (char.IsAsciiDigit(text[count]) || text[count] == '_'))
        {
            count++;
        }

        return text[count..];
    }

    // One or more of ":" and a number from 0 to 59.
    private static bool TrySkipSexagesimal(ref ReadOnlySpan<char> text)
    {
        var hasAny = false;
        while (text.Length > 1 && text[0] == ':' && char.IsAsciiDigit(text[1]))
        {
            var length = text.Length > 2 && char.IsAsciiDigit(text[2]) && text[1] <= '5' ? 3 : 2;
            text = text[length..];
            hasAny = true;
        }

        return hasAny;
    }

    private static bool IsExponentOrEnd(ReadOnlySpan<char> text)
        => text.IsEmpty || (text.Length > 2 && text[0] is 'e' or 'E' && text[1] is '+' or '-' && !text[2..].ContainsAnyExceptInRange('0', '9'));

    private static bool TryParseSexagesimal(ReadOnlySpan<char> text, int maxDigits, out BigInteger value)
    {
        value = BigInteger.Zero;
        if (text.Count(':') >= MaxSexagesimalParts)
        {
            throw new OverflowException();
        }

        foreach (var part in text.Split(':'))
        {
            if (!PythonText.TryParseBased(text[part], 10, maxDigits, out var digit))
            {
                return false;
            }

            value = (value * 60) + digit;
        }

        return true;
    }

    // The reference adds the parts from the last to the first, in doubles; more parts than a double can weigh are none.
    private static bool TryParseSexagesimal(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        var weight = BigInteger.One;
        while (true)
        {
            var colon = text.LastIndexOf(':');
            if (LaxText.ToDouble(weight) is not { } factor || !PythonText.TryParseNumber(text[(colon + 1)..], out var part))
            {
                return false;
            }

            value += part * factor;
            weight *= 60;
            if (colon < 0)
            {
                return true;
            }

            text = text[..colon];
        }
    }

    // A date alone has two digits each; with a time, month and day may have one.
    private static bool IsTimestamp(string text)
        => text.Length >= 8 && text[4] == '-' && TryMatchTimestamp(text, out var stamp) && (stamp.HasTime || text.Length == 10);

    private static bool TryMatchTimestamp(ReadOnlySpan<char> text, out Timestamp stamp)
    {
        stamp = default;
        if (!TryTakeNumber(ref text, 4, 4, out stamp.Year) || !TryTake(ref text, '-') || !TryTakeNumber(ref text, 1, 2, out stamp.Month) || !TryTake(ref text, '-')
            || !TryTakeNumber(ref text, 1, 2, out stamp.Day))
        {
            return false;
        }

        if (text.IsEmpty)
        {
            return true;
        }

        stamp.HasTime = true;
        if (text[0] is 'T' or 't')
        {
            text = text[1..];
        }
        else if (text[0] is ' ' or '\t')
        {
            text = text.TrimStart(" \t");
        }
        else
        {
            return false;
        }

        if (!TryTakeNumber(ref text, 1, 2, out stamp.Hour) || !TryTake(ref text, ':') || !TryTakeNumber(ref text, 2, 2, out stamp.Minute) || !TryTake(ref text, ':')
            || !TryTakeNumber(ref text, 2, 2, out stamp.Second))
        {
            return false;
        }

        if (TryTake(ref text, '.'))
        {
            text = text.TrimStart("0123456789");
        }

        if (text.IsEmpty)
        {
            return true;
        }

        text = text.TrimStart(" \t");
        if (text is "Z")
        {
            return true;
        }

        if (text.IsEmpty || text[0] is not ('+' or '-'))
        {
            return false;
        }

        text = text[1..];
        if (!TryTakeNumber(ref text, 1, 2, out var hours))
        {
            return false;
        }

        var minutes = 0;
        if (!text.IsEmpty && (!TryTake(ref text, ':') || !TryTakeNumber(ref text, 2, 2, out minutes)))
        {
            return false;
        }

        stamp.ZoneMinutes = (hours * 60) + minutes;
        return text.IsEmpty;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, char unit)
    {
        if (text.IsEmpty || text[0] != unit)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<char> text, int minDigits, int maxDigits, out int value)
    {
        value = 0;
        var count = 0;
        while (count < maxDigits && count < text.Length && char.IsAsciiDigit(text[count]))
        {
            value = (value * 10) + (text[count++] - '0');
        }

        text = text[count..];
        return count >= minDigits;
    }

    private struct Timestamp
    {
        public int Year;
        public int Month;
        public int Day;
        public bool HasTime;
        public int Hour;
        public int Minute;
        public int Second;
        public int ZoneMinutes;
    }
}
