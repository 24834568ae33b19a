using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Evidence;

/// <summary>Whole numbers of JSON files of any size.</summary>
internal static class JsonIntegers
{
    // A number of a million digits is an attack, not a count.
    private const int MostDigits = 4300;

    /// <summary>The whole number that stands there without point and exponent; null for anything else.</summary>
    public static BigInteger? Read(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Number)
        {
            return null;
        }

        if (value.TryGetInt64(out var small) && !value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'))
        {
            return small;
        }

        var text = value.GetRawText();
        return text.Length <= MostDigits && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) ? large : null;
    }

    /// <summary>A count or duration that may be written as a double, towards zero; null for what is no finite number.</summary>
    public static BigInteger? Truncate(JsonElement value)
        => Read(value) ?? (value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? new BigInteger(Math.Truncate(number)) : null);

    /// <summary>To the nearest double, as through text.</summary>
    public static double ToDouble(BigInteger value)
        => value >= -(1L << 53) && value <= 1L << 53 ? (double)value : double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
