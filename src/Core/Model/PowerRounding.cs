using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Rounding of power figures: on the exact binary value, exact ties to the even digit (policy §4.5.2).</summary>
/// <remarks><see cref="Math.Round(double, int)"/> scales first and so rounds another number; a format string breaks exact ties upwards.</remarks>
public static class PowerRounding
{
    private const int MantissaBits = 52;
    private const int ExponentBias = 1075;

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

        var scale = BigInteger.Pow(10, decimals);
        var units = BigInteger.DivRem(mantissa * scale, BigInteger.One << shift, out var rest);
        var toHalf = (rest << 1).CompareTo(BigInteger.One << shift);
        if (toHalf > 0 || (toHalf == 0 && !units.IsEven))
        {
            units++;
        }

        // Through the decimal text: dividing by the scale would round once more.
        var text = units.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var rounded = double.Parse(string.Concat(text.AsSpan(0, text.Length - decimals), ".", text.AsSpan(text.Length - decimals)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return double.IsNegative(value) ? -rounded : rounded;
    }
}
