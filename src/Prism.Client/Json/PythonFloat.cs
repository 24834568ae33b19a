using System.Globalization;

namespace MlPerf.Endpoints.Prism.Client.Json;

/// <summary>Doubles as the reference prints them: shortest digits that read back, <c>5.0</c>, <c>1e+22</c>, <c>1e-05</c>.</summary>
internal static class PythonFloat
{
    // Outside these decimal exponents the reference changes to exponent notation.
    private const int SmallestPlainExponent = -4;
    private const int LargestPlainExponent = 16;

    public static string ToText(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }

        if (value == 0)
        {
            return double.IsNegative(value) ? "-0.0" : "0.0";
        }

        var (digits, exponent) = Shortest(Math.Abs(value));
        var sign = value < 0 ? "-" : "";
        return exponent is >= SmallestPlainExponent and < LargestPlainExponent ? sign + Plain(digits, exponent) : sign + Scientific(digits, exponent);
    }

    /// <summary>The significant digits, and the decimal exponent of the first one.</summary>
    private static (string Digits, int Exponent) Shortest(double value)
    {
        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissaEnd = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mantissaEnd < 0 ? shortest : shortest[..mantissaEnd];
        if (mantissaEnd >= 0)
        {
            // The exponent of the rounded digits: 9.9999999999999999E22 prints as 1E+23.
            exponent = int.Parse(shortest.AsSpan(mantissaEnd + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }
        else if (!mantissa.StartsWith("0.", StringComparison.Ordinal))
        {
            var point = mantissa.IndexOf('.', StringComparison.Ordinal);
            exponent = (point < 0 ? mantissa.Length : point) - 1;
        }
        else
        {
            exponent = -(mantissa.AsSpan(2).IndexOfAnyExcept('0') + 1);
        }

        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
        return (digits, exponent);
    }

    private static string Plain(string digits, int exponent)
        => exponent < 0 ? string.Concat("0.", new string('0', -exponent - 1), digits)
            : digits.Length <= exponent + 1 ? string.Concat(digits, new string('0', exponent + 1 - digits.Length), ".0")
            : string.Concat(digits.AsSpan(0, exponent + 1), ".", digits.AsSpan(exponent + 1));

    private static string Scientific(string digits, int exponent)
    {
        var mantissa = digits.Length == 1 ? digits : string.Concat(digits.AsSpan(0, 1), ".", digits.AsSpan(1));
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }
}
