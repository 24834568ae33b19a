using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>Writes indented JSON as the reference does: two spaces, non-ASCII as it is, empty lists as <c>[]</c>, unpaired surrogates escaped.</summary>
/// <remarks>System.Text.Json's writer refuses unpaired surrogates and escapes more than the reference.</remarks>
internal sealed class JsonText(TextWriter text)
{
    private const string Spaces = "                                ";

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
            text.Write("null");
        }
        else
        {
            Quote(value);
        }
    }

    public void Write(string name, bool value)
    {
        Next(name);
        text.Write(value ? "true" : "false");
    }

    public void Write(string name, long? value)
    {
        Next(name);
        text.Write(value?.ToString(CultureInfo.InvariantCulture) ?? "null");
    }

    public void Write(string name, BigInteger? value)
    {
        Next(name);
        text.Write(value?.ToString(CultureInfo.InvariantCulture) ?? "null");
    }

    public void Write(string name, double? value)
    {
        Next(name);
        text.Write(value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "null");
    }

    private void Open(string? name, char bracket)
    {
        Next(name);
        text.Write(bracket);
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

        text.Write(bracket);
        _isFirst = false;
    }

    private void Next(string? name)
    {
        if (!_isFirst)
        {
            text.Write(',');
        }

        if (_depth > 0)
        {
            NewLine();
        }

        _isFirst = false;
        if (name is not null)
        {
            Quote(name);
            text.Write(": ");
        }
    }

    private void NewLine()
    {
        text.Write('\n');
        text.Write(Spaces.AsSpan(0, Math.Min(2 * _depth, Spaces.Length)));
    }

    private void Quote(string value)
    {
        text.Write('"');
        for (var at = 0; at < value.Length; at++)
        {
            var c = value[at];
            switch (c)
            {
                case '"': text.Write("\\\""); break;
                case '\\': text.Write("\\\\"); break;
                case '\b': text.Write("\\b"); break;
                case '\f': text.Write("\\f"); break;
                case '\n': text.Write("\\n"); break;
                case '\r': text.Write("\\r"); break;
                case '\t': text.Write("\\t"); break;
                case < ' ': Escape(c); break;
                case >= '\ud800' and <= '\udfff' when char.IsHighSurrogate(c) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]):
                    text.Write(c);
                    text.Write(value[++at]);
                    break;
                case >= '\ud800' and <= '\udfff': Escape(c); break;
                default: text.Write(c); break;
            }
        }

        text.Write('"');
    }

    private void Escape(char c)
    {
        text.Write("\\u");
        text.Write(((int)c).ToString("x4", CultureInfo.InvariantCulture));
    }
}
