using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Reading;

/// <summary>Documents made of text.</summary>
internal static class Documents
{
    public static Document Json(string text, ReadLimits? limits = null) => Read(text, DocumentLanguage.Json, limits);

    public static Document Yaml(string text, ReadLimits? limits = null) => Read(text, DocumentLanguage.Yaml, limits);

    public static Document Read(string text, DocumentLanguage language, ReadLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), language, limits);

    public static Document Read(byte[] bytes, DocumentLanguage language, ReadLimits? limits = null)
        => DocumentReader.Read(bytes, SubmissionPath.Parse(language is DocumentLanguage.Json ? "file.json" : "file.yaml"), language, limits);

    /// <summary>The root, which must be there.</summary>
    public static Node Root(Document document)
    {
        Assert.That(document.Problem, Is.Null);
        return document.Root!;
    }

    /// <summary>A value with its type, on one line: what a test compares.</summary>
    public static string Print(Node node)
    {
        var text = new StringBuilder();
        Print(text, node, []);
        return text.ToString();
    }

    private static void Print(StringBuilder text, Node node, HashSet<Node> open)
    {
        switch (node.Kind)
        {
            case NodeKind.List or NodeKind.Set or NodeKind.Map when !open.Add(node):
                text.Append("(itself)");
                return;
            case NodeKind.List or NodeKind.Set:
                text.Append(node.Kind is NodeKind.Set ? "set[" : "[");
                for (var i = 0; i < node.Items.Count; i++)
                {
                    text.Append(i > 0 ? ", " : "");
                    Print(text, node.Items[i], open);
                }

                text.Append(']');
                open.Remove(node);
                return;
            case NodeKind.Map:
                text.Append('{');
                for (var i = 0; i < node.Members.Count; i++)
                {
                    text.Append(i > 0 ? ", " : "");
                    Print(text, node.Members[i].Key, open);
                    text.Append(": ");
                    Print(text, node.Members[i].Value, open);
                }

                text.Append('}');
                open.Remove(node);
                return;
            case NodeKind.Integer:
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"int {node.AsInteger}");
                return;
            case NodeKind.Number:
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"double {node.AsNumber:R}");
                return;
            case NodeKind.Text:
                text.Append('"');
                foreach (var unit in node.AsText!)
                {
                    text.Append(unit is >= ' ' and <= '~' ? unit.ToString() : $"\\u{(int)unit:X4}");
                }

                text.Append('"');
                return;
            case NodeKind.Date:
                text.Append("date ").Append(node.AsText);
                return;
            case NodeKind.Binary:
                text.Append("binary ").Append(node.AsText ?? "(no text)");
                return;
            default:
                text.Append(node);
                return;
        }
    }
}
