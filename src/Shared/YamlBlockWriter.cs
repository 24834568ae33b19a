using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Shared;

/// <summary>Writes node trees as block-style YAML, letter for letter as PyYAML's <c>safe_dump</c> does: lists not indented, texts folded at 80 columns, non-ASCII escaped.</summary>
/// <remarks>The emitter's three states (column, whether a blank was just written, whether only an indentation stands on the line) decide what it writes next; they are kept here by the
/// same names. Values that are shared are written again, without anchors.</remarks>
internal sealed class YamlBlockWriter
{
    private const int IndentStep = 2;
    private const int MaxDepth = 500;
    private const int LongestSimpleKey = 127;

    // PyYAML counts the key's tag as well.
    private const int TextTagLength = 5;

    private readonly YamlTextOutput _output = new();
    private readonly bool _sortsKeys;

    private YamlBlockWriter(bool sortsKeys) => _sortsKeys = sortsKeys;

    /// <summary>Writes a mapping or a list.</summary>
    /// <exception cref="FormatException">It is nested too deep, contains itself, or holds what was too large to be kept.</exception>
    public static string Write(Node root, bool sortsKeys)
    {
        var writer = new YamlBlockWriter(sortsKeys);
        writer.Value(root, indent: -IndentStep, depth: 0, isMember: false, isSimpleKey: false);
        writer._output.StartLine(indent: 0);
        return writer._output.ToString();
    }

    private void Value(Node node, int indent, int depth, bool isMember, bool isSimpleKey)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"it is nested more than {MaxDepth} levels deep, or contains itself");
        }

        switch (node.Kind)
        {
            case NodeKind.Map when node.Members.Count > 0:
                Mapping(node.Members, indent + IndentStep, depth);
                break;
            case NodeKind.List or NodeKind.Set when node.Items.Count > 0:
                List(node.Items, isMember && !_output.IsIndentation ? indent : indent + IndentStep, depth);
                break;
            case NodeKind.Text or NodeKind.Binary:
                _output.Text(node.AsText ?? throw new FormatException("binary data that is no text has no form here"), indent + IndentStep, isSimpleKey);
                break;
            default:
                _output.Word(Plain(node));
                break;
        }
    }

    private void Mapping(IReadOnlyList<Member> members, int indent, int depth)
    {
        foreach (var member in _sortsKeys ? members.OrderBy(static member => member.Name ?? "", CodePointComparer.Instance) : members.AsEnumerable())
        {
            _output.StartLine(indent);
            var isSimple = IsSimple(member.Key);
            if (!isSimple)
            {
                _output.Indicator('?');
            }

            Value(member.Key, indent, depth + 1, isMember: true, isSimpleKey: isSimple);
            if (isSimple)
            {
                _output.Colon();
            }
            else
            {
                _output.StartLine(indent);
                _output.Indicator(':');
            }

            Value(member.Value, indent, depth + 1, isMember: true, isSimpleKey: false);
        }
    }

    private void List(IReadOnlyList<Node> items, int indent, int depth)
    {
        foreach (var item in items)
        {
            _output.StartLine(indent);
            _output.Indicator('-');
            Value(item, indent, depth + 1, isMember: false, isSimpleKey: false);
        }
    }

    /// <summary>Whether a key stands before its colon; others stand behind a question mark.</summary>
    private static bool IsSimple(Node key) => key.Kind switch
    {
        NodeKind.Text or NodeKind.Binary => key.AsText is { Length: > 0 } text && !YamlTextStyles.IsMultiline(text)
            && text.Length - text.Count(char.IsLowSurrogate) + TextTagLength <= LongestSimpleKey,
        NodeKind.Map => key.Members.Count == 0,
        NodeKind.List or NodeKind.Set => key.Items.Count == 0,
        _ => true,
    };

    private static string Plain(Node node) => node.Kind switch
    {
        NodeKind.Null => "null",
        NodeKind.Boolean => node.AsBoolean ? "true" : "false",
        NodeKind.Integer => node.AsInteger.ToString(CultureInfo.InvariantCulture),
        NodeKind.Number => PythonFloat.ToYaml(node.AsNumber),
        NodeKind.Date => node.AsText ?? "",
        NodeKind.List or NodeKind.Set => "[]",
        NodeKind.Map => "{}",
        _ => throw new FormatException($"a value of {node.LengthBytes} bytes is too large to be kept"),
    };
}
