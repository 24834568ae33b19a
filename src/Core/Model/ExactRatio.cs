using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Quotients of integers of any size, rounded once.</summary>
internal static class ExactRatio
{
    private const long LargestExact = 1L << 53;

    /// <summary>The quotient of two positive integers.</summary>
    public static double Of(BigInteger numerator, BigInteger denominator)
    {
        if (numerator <= LargestExact && denominator <= LargestExact)
        {
            return (double)(long)numerator / (long)denominator;
        }

        // 64 significant bits of the quotient and a sticky bit for the rest keep the one rounding at the end exact.
        var shift = 64 - (int)(numerator.GetBitLength() - denominator.GetBitLength());
        var (quotient, rest) = shift >= 0 ? BigInteger.DivRem(numerator << shift, denominator) : BigInteger.DivRem(numerator, denominator << -shift);
        return Math.ScaleB(NodeValues.ToDouble(rest.IsZero ? quotient << 1 : (quotient << 1) | 1), -shift - 1);
    }
}
