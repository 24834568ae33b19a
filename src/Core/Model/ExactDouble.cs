using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Correctly rounded doubles of integers of any size; a cast of a <see cref="BigInteger"/> cuts instead.</summary>
internal static class ExactDouble
{
    private const long LargestExact = 1L << 53;

    /// <summary>The nearest double, infinite beyond the range of doubles.</summary>
    public static double Of(BigInteger value)
        => value >= -LargestExact && value <= LargestExact ? (long)value : double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The quotient of two positive integers, rounded once.</summary>
    public static double Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (numerator <= LargestExact && denominator <= LargestExact)
        {
            return (double)(long)numerator / (long)denominator;
        }

        // 64 significant bits of the quotient and a sticky bit for the rest keep the one rounding at the end exact.
        var shift = 64 - (int)(numerator.GetBitLength() - denominator.GetBitLength());
        var (quotient, rest) = shift >= 0 ? BigInteger.DivRem(numerator << shift, denominator) : BigInteger.DivRem(numerator, denominator << -shift);
        return Math.ScaleB(Of(rest.IsZero ? quotient << 1 : (quotient << 1) | 1), -shift - 1);
    }
}
