using System.Globalization;
using System.Text;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>Writes indented JSON as the reference does: two spaces, non-ASCII as it is, empty lists as <c>[]</c>, unpaired surrogates escaped.</summary>
/// <remarks>System.Text.Json's writer refuses unpaired surrogates and escapes more than the reference.</remarks>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new(4096);
    private int _depth;
    private bool _isFirst = true;

    public void StartObject(string? name = null) => Open(name, '{');

    public void EndObject() => Close('}');

    public void StartArray(string? name = null) => Open(name, '[');

    public void EndArray() => Close(']');

    public void Write(string name, string? value)
    {
        Next(name);
        if (value is null)
        {
            _text.Append("null");
        }
        else
        {
            Quote(value);
        }
    }

    public void Write(string name, bool value)
    {
        Next(name);
        _text.Append(value ? "true" : "false");
    }

    public void Write(string name, long? value)
    {
        Next(name);
        _text.Append(value?.ToString(CultureInfo.InvariantCulture) ?? "null");
    }

    public void Write(string name, double? value)
    {
        Next(name);
        _text.Append(value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "null");
    }

    public override string ToString() => _text.ToString();

    private void Open(string? name, char bracket)
    {
        Next(name);
        _text.Append(bracket);
        _depth++;
        _isFirst = true;
    }

    private void Close(char bracket)
    {
        _depth--;
        if (!_isFirst)
        {
            NewLine();
        }

        _text.Append(bracket);
        _isFirst = false;
    }

    private void Next(string? name)
    {
        if (!_isFirst)
        {
            _text.Append(',');
        }

        if (_depth > 0)
        {
            NewLine();
        }

        _isFirst = false;
        if (name is not null)
        {
            Quote(name);
            _text.Append(": ");
        }
    }

    private void NewLine() => _text.Append('\n').Append(' ', 2 * _depth);

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
