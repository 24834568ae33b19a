using System.Globalization;

namespace MlPerf.Endpoints.Shared;

/// <summary>Doubles as Python writes them: the shortest digits that read back, always with a point or an exponent (<c>5.0</c>, <c>1e+16</c>, <c>1e-05</c>).</summary>
internal static class PythonFloat
{
    // Python's repr uses an exponent from 1e16 on and below 1e-4; .NET's "R" from 1e15 on and below 1e-5. The digits are the same.
    private const int FirstLargeExponent = 16;
    private const int LastSmallExponent = -4;

    /// <summary>As <c>repr(value)</c>: <c>nan</c>, <c>inf</c>, <c>-inf</c> for what is not finite.</summary>
    public static string ToText(double value)
        => double.IsFinite(value) ? Finite(value)
            : double.IsNaN(value) ? "nan"
            : value > 0 ? "inf" : "-inf";

    /// <summary>As <c>json.dumps(value)</c>: <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c> for what is not finite.</summary>
    public static string ToJson(double value)
        => double.IsFinite(value) ? Finite(value)
            : double.IsNaN(value) ? "NaN"
            : value > 0 ? "Infinity" : "-Infinity";

    /// <summary>As PyYAML writes it: <c>.nan</c>, <c>.inf</c>, <c>-.inf</c> for what is not finite, and a point before every exponent, without which YAML 1.1 reads a text.</summary>
    public static string ToYaml(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";
        }

        var text = Finite(value);
        return text.Contains('e', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal) ? text.Replace("e", ".0e", StringComparison.Ordinal) : text;
    }

    private static string Finite(double value)
    {
        if (value == 0)
        {
            return double.IsNegative(value) ? "-0.0" : "0.0";
        }

        // "E16" would show 17 digits; the shortest ones come from "R", with or without its own exponent.
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).AsSpan();
        var mark = shortest.IndexOf('E');
        var exponent = mark < 0 ? 0 : int.Parse(shortest[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? shortest : shortest[..mark];
        var point = mantissa.IndexOf('.');
        var all = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        var digits = all.AsSpan().TrimStart('0');

        // The decimal exponent of the first digit that counts.
        exponent += (point < 0 ? mantissa.Length : point) - (all.Length - digits.Length) - 1;
        digits = digits.TrimEnd('0');
        var sign = value < 0 ? "-" : "";
        return exponent is < LastSmallExponent or >= FirstLargeExponent
            ? $"{sign}{digits[..1]}{(digits.Length == 1 ? "" : ".")}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}"
            : exponent < 0 ? string.Concat(sign, "0.", new string('0', -exponent - 1), digits)
            : digits.Length <= exponent + 1 ? $"{sign}{digits}{new string('0', exponent + 1 - digits.Length)}.0"
            : string.Concat(string.Concat(sign, digits[..(exponent + 1)]), ".", digits[(exponent + 1)..]);
    }
}
