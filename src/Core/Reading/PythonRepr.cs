using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Values as the reference turns them into text where it compares texts and finds something else.</summary>
internal static class PythonRepr
{
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
                text.Append(PythonFloat.ToText(node.AsNumber));
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
}
