using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Strings of ASCII bytes.</summary>
/// <remarks>Short ones are made and compared unit by unit: the framework's vectors are no faster there, and loading them is a good part of the start of a short check.</remarks>
internal static class AsciiText
{
    private const int ShortLength = 128;

    /// <summary>A new string.</summary>
    public static string Of(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length > ShortLength)
        {
            return Encoding.UTF8.GetString(ascii);
        }

        Span<char> units = stackalloc char[ShortLength];
        for (var at = 0; at < ascii.Length; at++)
        {
            units[at] = (char)ascii[at];
        }

        return new string(units[..ascii.Length]);
    }

    /// <summary>Whether a text consists of these bytes.</summary>
    public static bool Equals(ReadOnlySpan<byte> ascii, string text)
    {
        if (ascii.Length != text.Length)
        {
            return false;
        }

        for (var at = 0; at < ascii.Length; at++)
        {
            if (ascii[at] != text[at])
            {
                return false;
            }
        }

        return true;
    }
}
