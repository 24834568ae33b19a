using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Yaml;

/// <summary>Writes node trees as block-style YAML, letter for letter as the reference's writer does: lists not indented, texts folded at 80 columns.</summary>
internal sealed class YamlBlockWriter
{
    private const int BestWidth = 80;
    private const int IndentStep = 2;
    private const int MaxDepth = 500;

    private readonly StringBuilder _text = new();
    private readonly bool _sortsKeys;
    private int _column;

    private YamlBlockWriter(bool sortsKeys) => _sortsKeys = sortsKeys;

    /// <summary>Writes a mapping.</summary>
    /// <exception cref="FormatException">It is nested too deep, or contains itself.</exception>
    public static string Write(Node mapping, bool sortsKeys)
    {
        var writer = new YamlBlockWriter(sortsKeys);
        writer.Value(mapping, indent: 0, depth: 0, isInMapping: false);
        return writer._text.ToString();
    }

    private void Value(Node node, int indent, int depth, bool isInMapping)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"it is nested more than {MaxDepth} levels deep, or contains itself");
        }

        switch (node.Kind)
        {
            case NodeKind.Map when node.Members.Count > 0:
                Mapping(node, indent, depth);
                break;
            case NodeKind.List or NodeKind.Set when node.Items.Count > 0:
                List(node, isInMapping ? Math.Max(0, indent - IndentStep) : indent, depth);
                break;
            default:
                Scalar(Plain(node), node.Kind is NodeKind.Text, indent);
                EndLine();
                break;
        }
    }

    private void Mapping(Node node, int indent, int depth)
    {
        var members = _sortsKeys ? node.Members.OrderBy(member => member.Name ?? "", CodePointComparer.Instance) : node.Members.AsEnumerable();
        var isFirst = true;
        foreach (var member in members)
        {
            if (!isFirst || _column != indent)
            {
                Indent(indent);
            }

            isFirst = false;
            Scalar(Plain(member.Key), member.Key.Kind is NodeKind.Text, indent, isKey: true);
            Append(":");
            if (member.Value is { Kind: NodeKind.Map, Members.Count: > 0 } or { Kind: NodeKind.List or NodeKind.Set, Items.Count: > 0 })
            {
                EndLine();
                Value(member.Value, indent + IndentStep, depth + 1, isInMapping: true);
            }
            else
            {
                Append(" ");
                Value(member.Value, indent + IndentStep, depth + 1, isInMapping: true);
            }
        }
    }

    private void List(Node node, int indent, int depth)
    {
        var isFirst = true;
        foreach (var item in node.Items)
        {
            if (!isFirst || _column != indent)
            {
                Indent(indent);
            }

            isFirst = false;
            Append("- ");
            Value(item, indent + IndentStep, depth + 1, isInMapping: false);
        }
    }

    private static string Plain(Node node) => node.Kind switch
    {
        NodeKind.Null => "null",
        NodeKind.Boolean => node.AsBoolean ? "true" : "false",
        NodeKind.Integer => node.AsInteger.ToString(CultureInfo.InvariantCulture),
        NodeKind.Number => PythonFloat.ToYaml(node.AsNumber),
        NodeKind.List or NodeKind.Set => "[]",
        NodeKind.Map => "{}",
        _ => node.AsText ?? "",
    };

    private void Scalar(string text, bool isText, int indent, bool isKey = false)
    {
        if (!isText)
        {
            Append(text);
            return;
        }

        switch (YamlTextStyle.Of(text, isKey))
        {
            case YamlTextStyle.Style.Plain:
                Folded(text, indent, isKey, quote: false);
                break;
            case YamlTextStyle.Style.Single:
                Append("'");
                Folded(text.Replace("'", "''", StringComparison.Ordinal), indent, isKey, quote: true);
                Append("'");
                break;
            default:
                Append(YamlTextStyle.DoubleQuoted(text));
                break;
        }
    }

    /// <summary>Writes words; a single blank beyond the best width becomes a line end, where the text may be folded at all.</summary>
    private void Folded(string text, int indent, bool isKey, bool quote)
    {
        var at = 0;
        while (at < text.Length)
        {
            var end = at;
            if (text[at] == ' ')
            {
                while (end < text.Length && text[end] == ' ')
                {
                    end++;
                }

                if (end == at + 1 && _column > BestWidth && !isKey && (!quote || (at != 0 && end != text.Length)))
                {
                    EndLine();
                    Indent(indent);
                }
                else
                {
                    Append(text[at..end]);
                }
            }
            else if (text[at] == '\n')
            {
                while (end < text.Length && text[end] == '\n')
                {
                    end++;
                }

                EndLine();
                for (var line = at; line < end; line++)
                {
                    EndLine();
                }

                Indent(indent);
            }
            else
            {
                while (end < text.Length && text[end] is not (' ' or '\n'))
                {
                    end++;
                }

                Append(text[at..end]);
            }

            at = end;
        }
    }

    private void Append(string text)
    {
        _text.Append(text);
        _column += text.Length;
    }

    private void Indent(int indent)
    {
        _text.Append(' ', indent);
        _column = indent;
    }

    private void EndLine()
    {
        _text.Append('\n');
        _column = 0;
    }
}
