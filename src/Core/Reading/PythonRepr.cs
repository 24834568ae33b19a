using System.Buffers;
using System.Globalization;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Values as the reference turns them into text where it compares texts and finds something else.</summary>
internal static class PythonRepr
{
    private static readonly SearchValues<char> WholeNumberCharacters = SearchValues.Create("-0123456789");

    private const double SmallestWithExponent = 1e16;

    public static string Of(Node node)
    {
        if (node.Kind is NodeKind.Text)
        {
            return node.AsText ?? "";
        }

        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Null:
                text.Append("None");
                break;
            case NodeKind.Boolean:
                text.Append(node.AsBoolean ? "True" : "False");
                break;
            case NodeKind.Integer:
                text.Append(node.AsInteger.ToString(CultureInfo.InvariantCulture));
                break;
            case NodeKind.Number:
                text.Append(OfNumber(node.AsNumber));
                break;
            case NodeKind.List:
                AppendAll(text, '[', node.Items, static (text, item) => Append(text, item), ']');
                break;
            case NodeKind.Map:
                AppendAll(text, '{', node.Members, static (text, member) =>
                {
                    Append(text, member.Key);
                    text.Append(": ");
                    Append(text, member.Value);
                }, '}');
                break;
            default:
                text.Append('\'').Append(node.AsText).Append('\'');
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, char open, IReadOnlyList<T> items, Action<StringBuilder, T> append, char close)
    {
        text.Append(open);
        for (var index = 0; index < items.Count; index++)
        {
            if (index > 0)
            {
                text.Append(", ");
            }

            append(text, items[index]);
        }

        text.Append(close);
    }

    /// <summary>Shortest digits, as .NET writes them too; but there an exponent begins at 17 (here at 16) and is written "E+16" (here "e+16").</summary>
    public static string OfNumber(double number)
    {
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        if (text.AsSpan().ContainsAnyExcept(WholeNumberCharacters))
        {
            return text.ToLowerInvariant();
        }

        if (Math.Abs(number) < SmallestWithExponent)
        {
            return text + ".0";
        }

        var sign = number < 0 ? "-" : "";
        var digits = text.AsSpan(sign.Length).TrimEnd('0');
        return string.Concat(sign, digits[..1], digits.Length == 1 ? "" : $".{digits[1..]}", "e+16");
    }
}
