using System.Buffers;
using System.Globalization;
using System.Text;

namespace MlPerf.Endpoints.Shared;

/// <summary>YAML 1.1 dates and time stamps as ISO 8601: <c>2026-10-01</c>, <c>2026-10-01T12:00:00.5+02:00</c>.</summary>
internal static class YamlDate
{
    private const int DateLength = 10;
    private static readonly SearchValues<char> ZoneStarts = SearchValues.Create("Zz+- \t");

    /// <summary>The text in the extended form; a text that is none comes back as it is.</summary>
    public static string ToIso(string spelling)
    {
        var text = spelling.AsSpan();
        if (text.Length <= DateLength && text.IndexOfAny('T', 't', ':') < 0)
        {
            return spelling;
        }

        var dateEnd = text.IndexOfAny("Tt \t");
        if (dateEnd < 0)
        {
            return spelling;
        }

        var result = new StringBuilder();
        foreach (var part in text[..dateEnd].Split('-'))
        {
            var digits = text[..dateEnd][part];
            if (result.Length > 0)
            {
                result.Append('-');
            }

            result.Append('0', result.Length == 0 ? 0 : Math.Max(0, 2 - digits.Length)).Append(digits);
        }

        var time = text[(dateEnd + 1)..].TrimStart();
        var hourEnd = time.IndexOf(':');
        if (hourEnd < 0)
        {
            return spelling;
        }

        result.Append('T').Append('0', Math.Max(0, 2 - hourEnd)).Append(time[..hourEnd]);
        var zoneAt = time.IndexOfAny(ZoneStarts);
        result.Append(zoneAt < 0 ? time[hourEnd..] : time[hourEnd..zoneAt]);
        if (zoneAt >= 0)
        {
            result.Append(Zone(time[zoneAt..].Trim()));
        }

        return result.ToString();
    }

    private static string Zone(ReadOnlySpan<char> zone)
    {
        if (zone is "Z" or "z" or "")
        {
            return "+00:00";
        }

        var colon = zone.IndexOf(':');
        var hours = zone[1..(colon < 0 ? Math.Min(3, zone.Length) : colon)];
        var minutes = colon < 0 ? zone[(1 + hours.Length)..] : zone[(colon + 1)..];
        return string.Create(CultureInfo.InvariantCulture, $"{zone[0]}{hours.ToString().PadLeft(2, '0')}:{minutes.ToString().PadLeft(2, '0')}");
    }
}
