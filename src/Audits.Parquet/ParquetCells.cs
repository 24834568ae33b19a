using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Parquet;

/// <summary>Values of Parquet as JSON.</summary>
internal static class ParquetCells
{
    private const int MaxDepth = 64;

    /// <summary>The value; null where there is none.</summary>
    /// <exception cref="FormatException">Its type has no form in JSON.</exception>
    public static JsonElement? ToJson(object? value)
    {
        if (value is null or DBNull)
        {
            return null;
        }

        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            Write(json, value, 0);
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return document.RootElement.ValueKind is JsonValueKind.Null ? null : document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter json, object? value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"a cell is nested deeper than {MaxDepth} levels");
        }

        switch (value)
        {
            case null or DBNull: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case ReadOnlyMemory<char> text: json.WriteStringValue(text.Span); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case sbyte or short or int or long: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case byte or ushort or uint or ulong: json.WriteNumberValue(Convert.ToUInt64(value, CultureInfo.InvariantCulture)); break;
            case decimal number: json.WriteNumberValue(number); break;

            // A number that JSON cannot write is absent, as an empty cell is.
            case float number when float.IsFinite(number): json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case float or double: json.WriteNullValue(); break;
            case DateTime time: json.WriteStringValue(time.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateOnly day: json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture)); break;
            case TimeOnly time: json.WriteStringValue(time.ToString("O", CultureInfo.InvariantCulture)); break;
            case TimeSpan span: json.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture)); break;
            case Guid id: json.WriteStringValue(id); break;
            case byte[] binary: json.WriteBase64StringValue(binary); break;
            case ReadOnlyMemory<byte> binary: json.WriteBase64StringValue(binary.Span); break;
            case IDictionary map: WriteMap(json, map, depth); break;
            case IEnumerable list: WriteList(json, list, depth); break;
            default: throw new FormatException($"a cell of type {value.GetType().Name} has no form in JSON");
        }
    }

    // Members of a structure that are null are absent, as they would be in a line of JSON.
    private static void WriteMap(Utf8JsonWriter json, IDictionary map, int depth)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry member in map)
        {
            if (member.Value is not null and not DBNull)
            {
                json.WritePropertyName(Convert.ToString(member.Key, CultureInfo.InvariantCulture) ?? "");
                Write(json, member.Value, depth + 1);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable list, int depth)
    {
        json.WriteStartArray();
        foreach (var item in list)
        {
            Write(json, item, depth + 1);
        }

        json.WriteEndArray();
    }
}
