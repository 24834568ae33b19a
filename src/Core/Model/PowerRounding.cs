using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Rounding of power figures: on the exact binary value, exact ties to the even digit (policy §4.5.2).</summary>
/// <remarks><see cref="Math.Round(double, int)"/> scales first and so rounds another number; a format string breaks exact ties upwards.</remarks>
public static class PowerRounding
{
    private const int MantissaBits = 52;
    private const int ExponentBias = 1075;
    private const ulong ExactInteger = 1UL << (MantissaBits + 1);

    /// <summary>Rounds to a number of decimals.</summary>
    /// <param name="value">The figure. Infinities and NaN stay what they are.</param>
    /// <param name="decimals">Decimals, 0 to 15.</param>
    public static double Round(double value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 15);
        var bits = BitConverter.DoubleToUInt64Bits(Math.Abs(value));
        var exponent = (int)(bits >> MantissaBits);
        var mantissa = bits & ((1UL << MantissaBits) - 1);
        if (exponent == 0)
        {
            exponent = 1;
        }
        else
        {
            mantissa |= 1UL << MantissaBits;
        }

        // value = mantissa × 2^(exponent − 1075); from 2^52 on there are no decimals to round.
        var shift = ExponentBias - exponent;
        if (!double.IsFinite(value) || shift <= 0)
        {
            return value;
        }

        return double.CopySign(shift < 64 && TryRound(mantissa, shift, decimals, out var rounded) ? rounded : RoundAny(mantissa, shift, decimals), value);
    }

    // Figures of an everyday size: the product takes 128 bits, and its whole part is an integer that a double holds exactly.
    private static bool TryRound(ulong mantissa, int shift, int decimals, out double rounded)
    {
        var scale = 1UL;
        for (var index = 0; index < decimals; index++)
        {
            scale *= 10;
        }

        var high = Math.BigMul(mantissa, scale, out var low);
        var units = (high << (64 - shift)) | (low >> shift);
        rounded = double.NaN;
        if (high >> shift != 0 || units >= ExactInteger)
        {
            return false;
        }

        var rest = low << (64 - shift);
        const ulong Half = 1UL << 63;
        if (rest > Half || (rest == Half && (units & 1) == 1))
        {
            units++;
        }

        // Both are exact, so that the division rounds but once.
        rounded = (double)units / scale;
        return true;
    }

    private static double RoundAny(ulong mantissa, int shift, int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var units = BigInteger.DivRem(mantissa * scale, BigInteger.One << shift, out var rest);
        var toHalf = (rest << 1).CompareTo(BigInteger.One << shift);
        if (toHalf > 0 || (toHalf == 0 && !units.IsEven))
        {
            units++;
        }

        // Through the decimal text: dividing by the scale would round once more.
        var text = units.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return double.Parse(string.Concat(text.AsSpan(0, text.Length - decimals), ".", text.AsSpan(text.Length - decimals)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}
