namespace MlPerf.Endpoints.Rules.Mlx.Schema;

/// <summary>The date-time of RFC 3339 §5.6, to the letter.</summary>
/// <remarks>The framework's types know neither year 0000, nor second 60, nor offsets beyond 14 hours, nor instants before year 1 in UTC.</remarks>
public static class Rfc3339
{
    private const int ShortestLength = 20;

    /// <summary>Whether a text is a date-time.</summary>
    public static bool IsDateTime(ReadOnlySpan<char> text)
    {
        Span<byte> ascii = stackalloc byte[256];
        if (text.Length <= ascii.Length)
        {
            for (var at = 0; at < text.Length; at++)
            {
                ascii[at] = text[at] <= 127 ? (byte)text[at] : (byte)0xFF;
            }

            return IsDateTime(ascii[..text.Length]);
        }

        // A fraction may have any number of digits: the text without them is judged.
        var digits = text[ShortestLength..].IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && text[ShortestLength - 1] == '.' && text.Length - digits <= ascii.Length - 1
            && IsDateTime(string.Concat(text[..ShortestLength], "0", text[(ShortestLength + digits)..]).AsSpan());
    }

    /// <summary>Whether a text in UTF-8 is a date-time.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < ShortestLength
            || !TryDigits(text[..4], out var year) || text[4] != '-' || !TryDigits(text.Slice(5, 2), out var month) || text[7] != '-' || !TryDigits(text.Slice(8, 2), out var day)
            || (text[10] | 0x20) != 't'
            || !TryDigits(text.Slice(11, 2), out var hour) || text[13] != ':' || !TryDigits(text.Slice(14, 2), out var minute) || text[16] != ':' || !TryDigits(text.Slice(17, 2), out var second))
        {
            return false;
        }

        if (month is < 1 or > 12 || day < 1 || day > DaysIn(year, month) || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        var rest = text[19..];
        if (rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits < 1)
            {
                return false;
            }

            rest = rest[(1 + digits)..];
        }

        return TryOffset(rest, out var offsetMinutes) && (second < 60 || IsLeapSecond(year, month, day, (hour * 60) + minute - offsetMinutes));
    }

    // A leap second is inserted as 23:59:60 UTC at the end of a month. Which months had one is not looked up.
    private static bool IsLeapSecond(int year, int month, int day, int minuteUtc)
    {
        const int minutesOfDay = 24 * 60;
        const int lastMinute = minutesOfDay - 1;
        return minuteUtc switch
        {
            lastMinute => day == DaysIn(year, month),
            // The day before, in UTC: this one is then the first of its month.
            lastMinute - minutesOfDay => day == 1,
            // The day after, in UTC: it is the last of its month where this one is the last but one.
            lastMinute + minutesOfDay => day == DaysIn(year, month) - 1,
            _ => false,
        };
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.Length == 1)
        {
            return (text[0] | 0x20) == 'z';
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':' || !TryDigits(text.Slice(1, 2), out var hour) || !TryDigits(text.Slice(4, 2), out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        minutes = (text[0] == '-' ? -1 : 1) * ((hour * 60) + minute);
        return true;
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var b in text)
        {
            if (b is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (b - '0');
        }

        return true;
    }
}
