using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits.Json;

/// <summary>Writes JSON as the benchmark tool does: non-ASCII stays UTF-8, doubles keep their point, two spaces of indent or none.</summary>
/// <remarks>System.Text.Json's writer escapes text beyond the basic plane and drops the point of whole doubles.</remarks>
internal sealed class JsonOutput(bool isIndented)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private int _depth;
    private bool _isFirst = true;

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void StartObject(string? name = null) => Open(name, '{');

    public void EndObject() => Close('}');

    public void StartArray(string? name = null) => Open(name, '[');

    public void EndArray() => Close(']');

    public void Null(string? name = null)
    {
        Next(name);
        Ascii("null");
    }

    public void Write(string? name, bool value)
    {
        Next(name);
        Ascii(value ? "true" : "false");
    }

    public void Write(string? name, long value)
    {
        Next(name);
        Ascii(value.ToString(CultureInfo.InvariantCulture));
    }

    public void Write(string? name, BigInteger value)
    {
        Next(name);
        Ascii(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A double; what is no number or not finite becomes null.</summary>
    public void Write(string? name, double value)
    {
        Next(name);
        Ascii(double.IsFinite(value) ? PythonFloat.ToJson(value) : "null");
    }

    public void Write(string? name, string? value)
    {
        Next(name);
        if (value is null)
        {
            Ascii("null");
        }
        else
        {
            Quote(value);
        }
    }

    /// <summary>A value of any of the kinds that verdicts and configurations hold.</summary>
    public void WriteValue(string? name, object? value)
    {
        switch (value)
        {
            case null: Null(name); break;
            case bool flag: Write(name, flag); break;
            case int number: Write(name, (long)number); break;
            case long number: Write(name, number); break;
            case BigInteger number: Write(name, number); break;
            case double number: Write(name, number); break;
            case string text: Write(name, text); break;
            case JsonElement element: WriteElement(name, element); break;
            case IEnumerable<Detail> members:
                StartObject(name);
                foreach (var (key, item) in members)
                {
                    WriteValue(key, item);
                }

                EndObject();
                break;
            case IEnumerable items:
                StartArray(name);
                foreach (var item in items)
                {
                    WriteValue(null, item);
                }

                EndArray();
                break;
            default: throw new ArgumentException($"A {value.GetType().Name} has no form in JSON here.", nameof(value));
        }
    }

    /// <summary>A value as it was read; numbers keep their spelling.</summary>
    public void WriteElement(string? name, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                StartObject(name);
                foreach (var member in element.EnumerateObject())
                {
                    WriteElement(member.Name, member.Value);
                }

                EndObject();
                break;
            case JsonValueKind.Array:
                StartArray(name);
                foreach (var item in element.EnumerateArray())
                {
                    WriteElement(null, item);
                }

                EndArray();
                break;
            case JsonValueKind.String:
                Write(name, element.GetString());
                break;
            default:
                Next(name);
                Ascii(element.ValueKind is JsonValueKind.Undefined ? "null" : element.GetRawText());
                break;
        }
    }

    public override string ToString() => Encoding.UTF8.GetString(_bytes.WrittenSpan);

    private void Open(string? name, char bracket)
    {
        Next(name);
        Put((byte)bracket);
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

        Put((byte)bracket);
        _isFirst = false;
    }

    private void Next(string? name)
    {
        if (!_isFirst)
        {
            Put((byte)',');
        }

        if (_depth > 0)
        {
            NewLine();
        }

        _isFirst = false;
        if (name is not null)
        {
            Quote(name);
            Ascii(isIndented ? ": " : ":");
        }
    }

    private void NewLine()
    {
        if (isIndented)
        {
            var span = _bytes.GetSpan(1 + (2 * _depth));
            span[0] = (byte)'\n';
            span.Slice(1, 2 * _depth).Fill((byte)' ');
            _bytes.Advance(1 + (2 * _depth));
        }
    }

    private void Quote(string value)
    {
        Put((byte)'"');
        var rest = value.AsSpan();
        while (!rest.IsEmpty)
        {
            var plain = 0;
            while (plain < rest.Length && rest[plain] >= ' ' && rest[plain] is not ('"' or '\\'))
            {
                plain++;
            }

            _bytes.Advance(Encoding.UTF8.GetBytes(rest[..plain], _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(plain))));
            if (plain == rest.Length)
            {
                break;
            }

            Escape(rest[plain]);
            rest = rest[(plain + 1)..];
        }

        Put((byte)'"');
    }

    private void Escape(char c) => Ascii(c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
    });

    private void Ascii(ReadOnlySpan<char> text) => _bytes.Advance(Encoding.ASCII.GetBytes(text, _bytes.GetSpan(text.Length)));

    private void Put(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
