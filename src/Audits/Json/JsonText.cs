using System.Buffers;
using System.Collections;
using System.Numerics;
using System.Text.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits.Json;

/// <summary>JSON as the benchmark tool writes it (<see cref="PythonJsonEncoder"/>): what verdicts, summaries and requests hold, on top of the framework's writer.</summary>
internal static class JsonText
{
    private const int LinesBuffer = 1 << 16;

    /// <summary>Makes a text.</summary>
    /// <param name="write">Writes one value.</param>
    /// <param name="isIndented">Whether it stands in lines, two blanks a level, or in one.</param>
    public static ReadOnlyMemory<byte> Make(Action<Utf8JsonWriter> write, bool isIndented = false)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(bytes, PythonJsonEncoder.Unicode.Options(isIndented));
        write(json);
        json.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>Writes a file of JSON lines, whole or not at all.</summary>
    public static void WriteLines<T>(string file, IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => AtomicFile.Write(file, stream =>
    {
        var lines = new BufferedStream(stream, LinesBuffer);
        using var json = new Utf8JsonWriter(lines, PythonJsonEncoder.Unicode.Options(isIndented: false));
        foreach (var item in items)
        {
            write(json, item);
            json.Flush();
            json.Reset();
            lines.WriteByte((byte)'\n');
        }

        lines.Flush();
    });

    /// <summary>A double; what is no number or not finite becomes null.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="value">The number.</param>
    /// <param name="isItem">Whether it stands in a list.</param>
    public static void WriteDouble(this Utf8JsonWriter json, double value, bool isItem = false)
    {
        if (double.IsFinite(value))
        {
            PythonJsonEncoder.WriteNumber(json, value, isItem);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <inheritdoc cref="WriteDouble(Utf8JsonWriter, double, bool)"/>
    public static void WriteDouble(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteDouble(value);
    }

    /// <inheritdoc cref="WriteValue(Utf8JsonWriter, object, bool)"/>
    public static void WriteValue(this Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    /// <summary>A value of any of the kinds that verdicts and configurations hold.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="isItem">Whether it stands in a list.</param>
    public static void WriteValue(this Utf8JsonWriter json, object? value, bool isItem = false)
    {
        switch (value)
        {
            case null or JsonElement { ValueKind: JsonValueKind.Undefined }: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case BigInteger number: PythonJsonEncoder.WriteInteger(json, number, isItem); break;
            case double number: json.WriteDouble(number, isItem); break;
            case string text: json.WriteStringValue(text); break;

            // Numbers keep their spelling.
            case JsonElement element: element.WriteTo(json); break;
            case IEnumerable<Detail> members:
                json.WriteStartObject();
                foreach (var (key, item) in members)
                {
                    json.WriteValue(key, item);
                }

                json.WriteEndObject();
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    json.WriteValue(item, isItem: true);
                }

                json.WriteEndArray();
                break;
            default: throw new ArgumentException($"A {value.GetType().Name} has no form in JSON here.", nameof(value));
        }
    }
}
