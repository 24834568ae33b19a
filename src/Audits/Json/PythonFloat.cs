using System.Globalization;

namespace MlPerf.Endpoints.Audits.Json;

/// <summary>Doubles as the benchmark tool writes them: shortest digits that read back, always with a point or an exponent.</summary>
internal static class PythonFloat
{
    private const int MostIntegerDigits = 16;
    private const int LeastExponent = -4;

    public static string Format(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }

        // "E16" style of .NET's shortest form gives digits and exponent; the placement of the point is the tool's.
        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        if (value == 0)
        {
            return shortest.StartsWith('-') ? "-0.0" : "0.0";
        }

        var exponent = int.Parse(text.AsSpan(text.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = Digits(shortest);
        var sign = value < 0 ? "-" : "";
        if (exponent is >= LeastExponent and < MostIntegerDigits)
        {
            return sign + Positional(digits, exponent);
        }

        var mantissa = digits.Length == 1 ? digits : $"{digits[..1]}.{digits[1..]}";
        return $"{sign}{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
    }

    private static string Positional(string digits, int exponent)
        => exponent < 0 ? string.Concat("0.", new string('0', -exponent - 1), digits)
            : digits.Length <= exponent + 1 ? string.Concat(digits, new string('0', exponent + 1 - digits.Length), ".0")
            : $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";

    private static string Digits(string shortest)
    {
        Span<char> digits = stackalloc char[400];
        var count = 0;
        foreach (var c in shortest)
        {
            if (c is 'E')
            {
                break;
            }

            if (char.IsAsciiDigit(c) && (count > 0 || c != '0'))
            {
                digits[count++] = c;
            }
        }

        return new string(digits[..count].TrimEnd('0'));
    }
}
