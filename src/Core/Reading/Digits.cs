using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Numbers and their ASCII digits.</summary>
internal static class Digits
{
    /// <summary>Whether a text holds nothing but digits; an empty one does.</summary>
    public static bool AreAll(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>A number as text.</summary>
    public static string Of(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The value of digits, at least one.</summary>
    public static BigInteger ToInteger(ReadOnlySpan<char> digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
