using System.Globalization;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>The text that the reference makes of a YAML scalar where it wants text but did not quote it.</summary>
internal static class ScalarText
{
    private const int SmallestExponent = 16;

    /// <summary>The text; null for lists, mappings and other values that no text is made of.</summary>
    public static string? Of(Node node) => node.Kind switch
    {
        NodeKind.Text or NodeKind.Date => node.AsText,
        NodeKind.Null => "None",
        NodeKind.Boolean => node.AsBoolean ? "True" : "False",
        NodeKind.Integer => node.AsInteger.ToString(CultureInfo.InvariantCulture),
        NodeKind.Number => Of(node.AsNumber),
        _ => null,
    };

    // Shortest digits, as .NET writes them too; but there an exponent begins at 15 (here at 16) and is written "E+16" (here "e+16").
    private static string Of(double number)
    {
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        if (text.IndexOf('E', StringComparison.Ordinal) is var at and > 0)
        {
            var exponent = int.Parse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            if (exponent is < 0 or >= SmallestExponent)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, at)}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
            }

            text = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        }

        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }
}
