using System.Text;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>A message with named places: <c>"{count} points, at least {minimum} are required"</c>; <c>{share:0.00}</c> formats, <c>{{</c> is a brace.</summary>
/// <remarks>A place without a value prints its name in braces: a message never stops a check.</remarks>
public sealed class MessageTemplate
{
    private readonly string _text;

    private MessageTemplate(string text) => _text = text;

    /// <summary>The names of the places, each once, in order.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            var names = new List<string>();
            Walk(null, (name, _) =>
            {
                if (!names.Contains(name))
                {
                    names.Add(name);
                }
            });
            return names;
        }
    }

    /// <summary>Makes a template from its text.</summary>
    public static implicit operator MessageTemplate(string text) => FromString(text);

    /// <summary>Makes a template from its text.</summary>
    public static MessageTemplate FromString(string text) => new(text);

    /// <summary>Fills the places in.</summary>
    public string Render(IReadOnlyList<NamedValue> values)
    {
        if (!_text.AsSpan().ContainsAny('{', '}'))
        {
            return _text;
        }

        var text = new StringBuilder(_text.Length + 32);
        Walk(text, (name, format) =>
        {
            foreach (var value in values)
            {
                if (string.Equals(value.Name, name, StringComparison.Ordinal))
                {
                    text.Append(value.ToText(format));
                    return;
                }
            }

            text.Append('{').Append(name).Append('}');
        });
        return text.ToString();
    }

    /// <summary>The template's own text.</summary>
    public override string ToString() => _text;

    private void Walk(StringBuilder? literal, Action<string, string?> place)
    {
        for (var at = 0; at < _text.Length; at++)
        {
            var c = _text[at];
            if (c is '{' or '}' && at + 1 < _text.Length && _text[at + 1] == c)
            {
                literal?.Append(c);
                at++;
            }
            else if (c == '{' && _text.IndexOf('}', at) is var end and > 0)
            {
                var inner = _text[(at + 1)..end];
                var colon = inner.IndexOf(':', StringComparison.Ordinal);
                place(colon < 0 ? inner : inner[..colon], colon < 0 ? null : inner[(colon + 1)..]);
                at = end;
            }
            else
            {
                literal?.Append(c);
            }
        }
    }
}
