using System.Buffers;
using System.Text;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>A message with named places: <c>"{count} points, at least {minimum} are required"</c>; <c>{share:0.00}</c> formats, <c>{{</c> is a brace.</summary>
/// <remarks>A place without a value prints its name in braces: a message never stops a check.</remarks>
public sealed class MessageTemplate
{
    private readonly string _text;

    // Made when a message is first read: most never are.
    private Part[]? _parts;

    private MessageTemplate(string text) => _text = text;

    /// <summary>The names of the places, each once, in order.</summary>
    public IReadOnlyList<string> Names => [.. (_parts ??= Parse()).Select(static part => part.Name).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Makes a template from its text.</summary>
    public static implicit operator MessageTemplate(string text) => FromString(text);

    /// <summary>Makes a template from its text.</summary>
    public static MessageTemplate FromString(string text) => new(text);

    /// <summary>Fills the places in.</summary>
    public string Render(IReadOnlyList<NamedValue> values)
    {
        var text = new ArrayBufferWriter<char>(_text.Length + 32);
        Write(text, values);
        return text.WrittenSpan.ToString();
    }

    /// <summary>Writes the text with the places filled in.</summary>
    internal void Write(IBufferWriter<char> text, IReadOnlyList<NamedValue> values)
    {
        foreach (var (literal, name, format) in _parts ??= Parse())
        {
            text.Write(literal);
            if (name is not null)
            {
                Write(text, values, name, format);
            }
        }
    }

    /// <summary>The template's own text.</summary>
    public override string ToString() => _text;

    private static void Write(IBufferWriter<char> text, IReadOnlyList<NamedValue> values, string name, string? format)
    {
        for (var index = 0; index < values.Count; index++)
        {
            if (string.Equals(values[index].Name, name, StringComparison.Ordinal))
            {
                values[index].Write(text, format);
                return;
            }
        }

        text.Write($"{{{name}}}");
    }

    private Part[] Parse()
    {
        var parts = new List<Part>();
        var literal = new StringBuilder();
        for (var at = 0; at < _text.Length; at++)
        {
            var c = _text[at];
            if (c is '{' or '}' && at + 1 < _text.Length && _text[at + 1] == c)
            {
                literal.Append(c);
                at++;
            }
            else if (c == '{' && _text.IndexOf('}', at) is var end and > 0)
            {
                var inner = _text[(at + 1)..end];
                var colon = inner.IndexOf(':', StringComparison.Ordinal);
                parts.Add(new Part(literal.ToString(), colon < 0 ? inner : inner[..colon], colon < 0 ? null : inner[(colon + 1)..]));
                literal.Clear();
                at = end;
            }
            else
            {
                literal.Append(c);
            }
        }

        parts.Add(new Part(literal.ToString(), null, null));
        return [.. parts];
    }

    /// <param name="Literal">Text that stands before the place.</param>
    /// <param name="Name">The place's name; null after the last one.</param>
    /// <param name="Format">How its value is formatted; null where the template does not say.</param>
    private readonly record struct Part(string Literal, string? Name, string? Format);
}
