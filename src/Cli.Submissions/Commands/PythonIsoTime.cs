using System.Globalization;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary>ISO 8601 as the reference reads it: extended or basic, week dates, any one character between date and time, an offset at the end.</summary>
internal static class PythonIsoTime
{
    /// <summary>The time; null where it is none, has no zone, or is a date alone.</summary>
    public static DateTimeOffset? TryParse(string typed)
    {
        var text = typed.Trim();
        if (text.EndsWith('Z'))
        {
            text = text[..^1] + "+00:00";
        }

        return TryDate(text, out var date, out var length) && text.Length > length + 1 && TryTime(text[(length + 1)..], out var time, out var offset)
            ? Combine(date, time, offset)
            : null;
    }

    private static DateTimeOffset? Combine(DateOnly date, TimeSpan time, TimeSpan offset)
    {
        try
        {
            var ticks = date.ToDateTime(TimeOnly.MinValue).Ticks + time.Ticks - offset.Ticks;
            return new DateTimeOffset(ticks, TimeSpan.Zero);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static bool TryDate(string text, out DateOnly date, out int length)
    {
        date = default;
        length = 0;
        if (text.Length < 7 || !TryDigits(text, 0, 4, out var year) || year < 1)
        {
            return false;
        }

        var isExtended = text[4] == '-';
        var at = isExtended ? 5 : 4;
        if (text[at] == 'W')
        {
            return TryWeek(text, year, at + 1, isExtended, out date, out length);
        }

        if (!TryDigits(text, at, 2, out var month) || (isExtended && !(text.Length > at + 2 && text[at + 2] == '-')) || !TryDigits(text, at + (isExtended ? 3 : 2), 2, out var day))
        {
            return false;
        }

        length = at + (isExtended ? 5 : 4);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && Assign(new DateOnly(year, month, day), out date);
    }

    private static bool TryWeek(string text, int year, int at, bool isExtended, out DateOnly date, out int length)
    {
        date = default;
        length = 0;
        if (!TryDigits(text, at, 2, out var week) || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        at += 2;
        var day = 1;
        if (isExtended ? at < text.Length && text[at] == '-' : at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at += isExtended ? 1 : 0;
            if (!TryDigits(text, at, 1, out day) || day is < 1 or > 7)
            {
                return false;
            }

            at++;
        }

        length = at;
        return Assign(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, day == 7 ? DayOfWeek.Sunday : (DayOfWeek)day)), out date);
    }

    private static bool TryTime(string text, out TimeSpan time, out TimeSpan offset)
    {
        time = default;
        offset = default;
        var sign = text.IndexOfAny(['+', '-']);
        if (sign < 0 || !TryClock(text[..sign], hoursBelow: 24, out time) || !TryClock(text[(sign + 1)..], hoursBelow: 24, out offset))
        {
            return false;
        }

        offset = text[sign] == '-' ? -offset : offset;
        return true;
    }

    private static bool TryClock(string text, int hoursBelow, out TimeSpan time)
    {
        time = default;
        if (!TryDigits(text, 0, 2, out var hour) || hour >= hoursBelow)
        {
            return false;
        }

        var parts = new int[2];
        var at = 2;
        var isExtended = at < text.Length && text[at] == ':';
        for (var part = 0; part < parts.Length && at < text.Length && text[at] is not ('.' or ','); part++)
        {
            if ((isExtended && text[at++] != ':') || !TryDigits(text, at, 2, out parts[part]) || parts[part] > 59)
            {
                return false;
            }

            at += 2;
        }

        var ticks = 0L;
        if (at < text.Length)
        {
            var digits = text[(at + 1)..];
            if (digits.Length == 0 || text[at] is not ('.' or ',') || digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
            {
                return false;
            }

            ticks = long.Parse(digits.PadRight(7, '0').AsSpan(0, 7), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        time = new TimeSpan(hour, parts[0], parts[1]) + TimeSpan.FromTicks(ticks);
        return true;
    }

    private static bool TryDigits(string text, int at, int count, out int value)
    {
        value = 0;
        return at + count <= text.Length && text.AsSpan(at, count).IndexOfAnyExceptInRange('0', '9') < 0
            && int.TryParse(text.AsSpan(at, count), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static bool Assign(DateOnly value, out DateOnly date)
    {
        date = value;
        return true;
    }
}
