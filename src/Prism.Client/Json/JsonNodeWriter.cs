using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Json;

/// <summary>Writes node trees as JSON in the three forms that are needed: for the wire, for files, and for measuring.</summary>
internal sealed class JsonNodeWriter
{
    /// <summary>Deepest nesting that is written; the readers of Core read less.</summary>
    public const int MaxDepth = 1000;

    private readonly StringBuilder _text = new();
    private readonly bool _escapesNonAscii;
    private readonly int _indent;
    private readonly string _itemSeparator;
    private readonly string _nameSeparator;
    private readonly bool _refusesNaN;

    private JsonNodeWriter(bool escapesNonAscii, int indent, string itemSeparator, string nameSeparator, bool refusesNaN)
    {
        _escapesNonAscii = escapesNonAscii;
        _indent = indent;
        _itemSeparator = itemSeparator;
        _nameSeparator = nameSeparator;
        _refusesNaN = refusesNaN;
    }

    /// <summary>For requests: no blanks, non-ASCII as it is.</summary>
    /// <exception cref="FormatException">The tree holds what has no JSON form; the message names it.</exception>
    public static string Compact(Node node) => Write(node, new JsonNodeWriter(escapesNonAscii: false, indent: 0, ",", ":", refusesNaN: true));

    /// <summary>For files: two blanks a level, non-ASCII escaped, NaN and infinities as literals, no line end.</summary>
    public static string Indented(Node node) => Write(node, new JsonNodeWriter(escapesNonAscii: true, indent: 2, ",", ": ", refusesNaN: false));

    /// <summary>One line with blanks after separators: what the length limits of archives count.</summary>
    public static string Spaced(Node node) => Write(node, new JsonNodeWriter(escapesNonAscii: true, indent: 0, ", ", ": ", refusesNaN: false));

    /// <summary><see cref="Indented"/> as UTF-8.</summary>
    public static byte[] IndentedBytes(Node node) => Encoding.UTF8.GetBytes(Indented(node));

    private static string Write(Node node, JsonNodeWriter writer)
    {
        writer.Append(node, 0);
        return writer._text.ToString();
    }

    private void Append(Node node, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"it is nested more than {MaxDepth} levels deep, or contains itself");
        }

        switch (node.Kind)
        {
            case NodeKind.Null:
                _text.Append("null");
                break;
            case NodeKind.Boolean:
                _text.Append(node.AsBoolean ? "true" : "false");
                break;
            case NodeKind.Integer:
                _text.Append(node.AsInteger.ToString(CultureInfo.InvariantCulture));
                break;
            case NodeKind.Number when _refusesNaN && !double.IsFinite(node.AsNumber):
                throw new FormatException($"{PythonFloat.ToJson(node.AsNumber)} has no form in JSON");
            case NodeKind.Number:
                _text.Append(PythonFloat.ToJson(node.AsNumber));
                break;
            case NodeKind.Text:
                Quote(node.AsText ?? "");
                break;
            case NodeKind.Date:
                Quote(YamlDate.ToIso(node.AsText ?? ""));
                break;
            case NodeKind.Binary:
                Quote(node.AsText ?? throw new FormatException("binary data that is no text has no form in JSON"));
                break;
            case NodeKind.List or NodeKind.Set:
                AppendList(node.Items, depth);
                break;
            case NodeKind.Map:
                AppendMap(node.Members, depth);
                break;
            default:
                throw new FormatException($"a value of {node.LengthBytes} bytes is too large to be kept");
        }
    }

    private void AppendList(IReadOnlyList<Node> items, int depth)
    {
        if (items.Count == 0)
        {
            _text.Append("[]");
            return;
        }

        _text.Append('[');
        for (var at = 0; at < items.Count; at++)
        {
            Separate(at, depth + 1);
            Append(items[at], depth + 1);
        }

        Close(']', depth);
    }

    private void AppendMap(IReadOnlyList<Member> members, int depth)
    {
        if (members.Count == 0)
        {
            _text.Append("{}");
            return;
        }

        var names = new HashSet<string>(members.Count, StringComparer.Ordinal);
        _text.Append('{');
        for (var at = 0; at < members.Count; at++)
        {
            Separate(at, depth + 1);
            var name = NameOf(members[at].Key);
            if (!names.Add(name))
            {
                throw new FormatException($"two keys become the same name '{name}' in JSON");
            }

            Quote(name);
            _text.Append(_nameSeparator);
            Append(members[at].Value, depth + 1);
        }

        Close('}', depth);
    }

    /// <summary>YAML keys may be anything; in JSON they become the text of their JSON form.</summary>
    private static string NameOf(Node key) => key.Kind switch
    {
        NodeKind.Text => key.AsText ?? "",
        NodeKind.Date => YamlDate.ToIso(key.AsText ?? ""),
        NodeKind.Null or NodeKind.Boolean or NodeKind.Integer or NodeKind.Number => Spaced(key),
        _ => throw new FormatException("a key that is a list or a mapping has no form in JSON"),
    };

    private void Separate(int at, int depth)
    {
        if (at > 0)
        {
            _text.Append(_indent > 0 ? "," : _itemSeparator);
        }

        if (_indent > 0)
        {
            _text.Append('\n').Append(' ', _indent * depth);
        }
    }

    private void Close(char bracket, int depth)
    {
        if (_indent > 0)
        {
            _text.Append('\n').Append(' ', _indent * depth);
        }

        _text.Append(bracket);
    }

    private void Quote(string value)
    {
        _text.Append('"');
        for (var at = 0; at < value.Length; at++)
        {
            var c = value[at];
            switch (c)
            {
                case '"': _text.Append("\\\""); break;
                case '\\': _text.Append("\\\\"); break;
                case '\b': _text.Append("\\b"); break;
                case '\f': _text.Append("\\f"); break;
                case '\n': _text.Append("\\n"); break;
                case '\r': _text.Append("\\r"); break;
                case '\t': _text.Append("\\t"); break;
                case < ' ': Escape(c); break;
                case > '~' when _escapesNonAscii: Escape(c); break;
                case >= '\ud800' and <= '\udfff' when char.IsHighSurrogate(c) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]):
                    _text.Append(c).Append(value[++at]);
                    break;
                case >= '\ud800' and <= '\udfff': Escape(c); break;
                default: _text.Append(c); break;
            }
        }

        _text.Append('"');
    }

    private void Escape(char c) => _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
}
