using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Numbers and their ASCII digits. Nearly all fit 64 bits and are short, so that neither big integers nor vectorised searches have to be compiled for them at start.</summary>
internal static class Digits
{
    /// <summary>How many digits a text begins with.</summary>
    public static int CountIn(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>How many digits a text begins with.</summary>
    public static int CountIn(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        while (count < utf8.Length && utf8[count] is >= (byte)'0' and <= (byte)'9')
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether a text holds nothing but digits; an empty one does.</summary>
    public static bool AreAll(ReadOnlySpan<char> text) => CountIn(text) == text.Length;

    /// <summary>A number as text.</summary>
    public static string Of(BigInteger number)
        => number >= long.MinValue && number <= long.MaxValue ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The value of digits, at least one.</summary>
    public static BigInteger ToInteger(ReadOnlySpan<char> digits)
        => ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var small) ? small : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
