using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Model;

public sealed class PowerRoundingTests
{
    [TestCase(125, 0.12)]
    [TestCase(375, 0.38)]
    [TestCase(625, 0.62)]
    [TestCase(875, 0.88)]
    [TestCase(35, 0.04)]
    [TestCase(45, 0.04)]
    [TestCase(55, 0.06)]
    [TestCase(145, 0.14)]
    [TestCase(1005, 1.0)]
    [TestCase(1115, 1.11)]
    [TestCase(2675, 2.67)]
    [TestCase(8005, 8.01)]
    [TestCase(10005, 10.01)]
    [TestCase(15115, 15.12)]
    [TestCase(15125, 15.12)]
    [TestCase(16135, 16.14)]
    [TestCase(48405, 48.41)]
    public void Rounds_watts_to_kilowatts_on_their_binary_value(double watts, double kilowatts) => Assert.That(PowerRounding.Round(watts / 1000, 2), Is.EqualTo(kilowatts));

    [TestCase(20.656889072505681, 20.7)]
    [TestCase(0.25, 0.2)]
    [TestCase(0.35, 0.3)]
    [TestCase(0.75, 0.8)]
    [TestCase(-0.25, -0.2)]
    [TestCase(-0.75, -0.8)]
    public void Rounds_to_one_decimal_too(double value, double rounded) => Assert.That(PowerRounding.Round(value, 1), Is.EqualTo(rounded));

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    [TestCase(1e300)]
    [TestCase(4503599627370497.0)]
    [TestCase(0.0)]
    public void Leaves_alone_what_has_no_decimals(double value) => Assert.That(PowerRounding.Round(value, 2), Is.EqualTo(value));

    [TestCase(double.Epsilon)]
    [TestCase(2.2250738585072014E-308)]
    [TestCase(0.00499999)]
    public void Rounds_what_is_small_to_zero(double value) => Assert.That(PowerRounding.Round(value, 2), Is.Zero);

    // The floor of the scaled value has 64 bits there, and the half above it would have one more.
    [TestCase(18446.744073709551, 15)]
    [TestCase(9007199254.7409915, 6)]
    [TestCase(9007199254.7409935, 6)]
    [TestCase(0.0004882812500000001, 15)]
    [TestCase(0.00048828124999999995, 15)]
    [TestCase(4503599627370495.5, 0)]
    [TestCase(4503599627370494.5, 0)]
    public void Rounds_exactly_where_64_bits_end(double value, int decimals) => Assert.That(PowerRounding.Round(value, decimals), Is.EqualTo(Exactly(value, decimals)));

    [Test]
    public void Rounds_exactly()
        => Prop.ForAll<double, byte>((value, decimals) =>
        {
            var rounded = PowerRounding.Round(value, decimals % 16);
            return !double.IsFinite(value) || rounded.Equals(Exactly(value, decimals % 16));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Is_never_further_away_than_half_a_step()
        => Prop.ForAll<int>(thousandths =>
        {
            var value = thousandths / 1000.0;
            return Math.Abs(PowerRounding.Round(value, 2) - value) <= 0.005 + (Math.Abs(value) * 1e-15);
        }).QuickCheckThrowOnFailure();

    // On fractions: value = numerator / denominator without any rounding.
    private static double Exactly(double value, int decimals)
    {
        var (numerator, denominator) = (BigInteger.One, BigInteger.One);
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        var exponent = (int)(bits >> 52);
        numerator = (bits & ((1L << 52) - 1)) | (exponent == 0 ? 0 : 1L << 52);
        var power = Math.Max(exponent, 1) - 1075;
        (numerator, denominator) = power >= 0 ? (numerator << power, denominator) : (numerator, denominator << -power);

        var units = BigInteger.DivRem(numerator * BigInteger.Pow(10, decimals), denominator, out var rest);
        var half = (rest * 2).CompareTo(denominator);
        units += half > 0 || (half == 0 && !units.IsEven) ? 1 : 0;
        return double.CopySign(double.Parse($"{units}E-{decimals}", CultureInfo.InvariantCulture), value);
    }
}
