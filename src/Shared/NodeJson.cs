using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Shared;

/// <summary>Node trees as JSON, letter for letter as Python's <c>json.dumps</c> writes them.</summary>
internal static class NodeJson
{
    /// <summary>Deepest nesting that is written; the readers of Core read less.</summary>
    public const int MaxDepth = 1000;

    /// <summary>For requests: no blanks, non-ASCII as it is, no literals that are no JSON.</summary>
    /// <exception cref="FormatException">The tree holds what has no JSON form; the message names it.</exception>
    public static byte[] Compact(Node node) => Write(node, PythonJsonEncoder.Unicode, isIndented: false, isStrict: true);

    /// <summary>For files: two blanks a level, non-ASCII escaped, NaN and infinities as literals, no line end.</summary>
    /// <exception cref="FormatException">The tree holds what has no JSON form; the message names it.</exception>
    public static byte[] Indented(Node node) => Write(node, PythonJsonEncoder.Ascii, isIndented: true, isStrict: false);

    /// <summary>One line with a blank behind each comma and colon, Python's default.</summary>
    /// <exception cref="FormatException">The tree holds what has no JSON form; the message names it.</exception>
    public static string Spaced(Node node)
    {
        var compact = Write(node, PythonJsonEncoder.Ascii, isIndented: false, isStrict: false);
        var text = new StringBuilder(compact.Length + (compact.Length / 8));
        var isText = false;
        for (var at = 0; at < compact.Length; at++)
        {
            var c = (char)compact[at];
            text.Append(c);
            switch (c)
            {
                case '"':
                    isText = !isText;
                    break;
                case '\\':
                    text.Append((char)compact[++at]);
                    break;
                case ',' or ':' when !isText:
                    text.Append(' ');
                    break;
            }
        }

        return text.ToString();
    }

    private static byte[] Write(Node node, PythonJsonEncoder encoder, bool isIndented, bool isStrict)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, encoder.Options(isIndented)))
        {
            Write(json, node, isStrict, depth: 0);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Node node, bool isStrict, int depth, bool isItem = false)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"it is nested more than {MaxDepth} levels deep, or contains itself");
        }

        switch (node.Kind)
        {
            case NodeKind.Null:
                json.WriteNullValue();
                break;
            case NodeKind.Boolean:
                json.WriteBooleanValue(node.AsBoolean);
                break;
            case NodeKind.Integer:
                PythonJsonEncoder.WriteInteger(json, node.AsInteger, isItem);
                break;
            case NodeKind.Number when isStrict && !double.IsFinite(node.AsNumber):
                throw new FormatException($"{PythonFloat.ToJson(node.AsNumber)} has no form in JSON");
            case NodeKind.Number:
                PythonJsonEncoder.WriteNumber(json, node.AsNumber, isItem);
                break;
            case NodeKind.Text or NodeKind.Date or NodeKind.Binary:
                json.WriteStringValue(TextOf(node));
                break;
            case NodeKind.List or NodeKind.Set:
                json.WriteStartArray();
                foreach (var item in node.Items)
                {
                    Write(json, item, isStrict, depth + 1, isItem: true);
                }

                json.WriteEndArray();
                break;
            case NodeKind.Map:
                WriteMap(json, node.Members, isStrict, depth);
                break;
            default:
                throw new FormatException($"a value of {node.LengthBytes} bytes is too large to be kept");
        }
    }

    private static void WriteMap(Utf8JsonWriter json, IReadOnlyList<Member> members, bool isStrict, int depth)
    {
        var names = new HashSet<string>(members.Count, StringComparer.Ordinal);
        json.WriteStartObject();
        foreach (var (key, value) in members)
        {
            var name = NameOf(key);
            if (!names.Add(name))
            {
                throw new FormatException($"two keys become the same name '{name}' in JSON");
            }

            json.WritePropertyName(name);
            Write(json, value, isStrict, depth + 1);
        }

        json.WriteEndObject();
    }

    /// <summary>YAML keys may be anything; in JSON they become the text of their JSON form.</summary>
    private static string NameOf(Node key) => key.Kind switch
    {
        NodeKind.Text or NodeKind.Date => TextOf(key),
        NodeKind.Null => "null",
        NodeKind.Boolean => key.AsBoolean ? "true" : "false",
        NodeKind.Integer => key.AsInteger.ToString(CultureInfo.InvariantCulture),
        NodeKind.Number => PythonFloat.ToJson(key.AsNumber),
        _ => throw new FormatException("a key that is a list or a mapping has no form in JSON"),
    };

    private static string TextOf(Node node) => node.Kind switch
    {
        NodeKind.Date => YamlDate.ToIso(node.AsText ?? ""),
        _ => node.AsText ?? throw new FormatException("binary data that is no text has no form in JSON"),
    };
}
