using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Testing.Building;

/// <summary>Writes nodes as text that reads back as the same nodes: JSON, which is YAML too but for a few scalars.</summary>
internal static class NodeText
{
    public static string Write(Node node, DocumentLanguage language)
    {
        var text = new StringBuilder();
        Write(text, node, language, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, Node node, DocumentLanguage language, int depth)
    {
        switch (node.Kind)
        {
            case NodeKind.Map:
                Open(text, '{', node.Members.Count, depth, index =>
                {
                    var (key, value) = node.Members[index];
                    Write(text, key, language, depth + 1);
                    text.Append(": ");
                    Write(text, value, language, depth + 1);
                }, '}');
                break;
            case NodeKind.List:
                Open(text, '[', node.Items.Count, depth, index => Write(text, node.Items[index], language, depth + 1), ']');
                break;
            case NodeKind.Text:
                Quote(text, node.AsText ?? "");
                break;
            case NodeKind.Number:
                text.Append(Number(node.AsNumber, language));
                break;
            case NodeKind.Integer:
                text.Append(node.AsInteger.ToString(CultureInfo.InvariantCulture));
                break;
            case NodeKind.Date:
                text.Append(node.AsText);
                break;
            default:
                text.Append(node);
                break;
        }
    }

    private static void Open(StringBuilder text, char opening, int count, int depth, Action<int> write, char closing)
    {
        text.Append(opening);
        for (var index = 0; index < count; index++)
        {
            text.Append(index == 0 ? "\n" : ",\n").Append(' ', 2 * (depth + 1));
            write(index);
        }

        if (count > 0)
        {
            text.Append('\n').Append(' ', 2 * depth);
        }

        text.Append(closing);
    }

    // A double keeps its point in both languages: YAML 1.1 reads 1e5 as text, and 5 is an integer.
    private static string Number(double value, DocumentLanguage language)
    {
        if (!double.IsFinite(value))
        {
            var name = double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
            return language is DocumentLanguage.Json ? name : name switch { "NaN" => ".nan", "Infinity" => ".inf", _ => "-.inf" };
        }

        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        if (digits.Contains('.', StringComparison.Ordinal))
        {
            return digits;
        }

        var exponent = digits.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0 ? digits + ".0" : digits.Insert(exponent, ".0");
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                < ' ' or (>= '\u007f' and <= '\u009f') or (>= '\ud800' and <= '\udfff') => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
