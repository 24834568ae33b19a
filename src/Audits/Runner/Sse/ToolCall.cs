using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Json;

namespace MlPerf.Endpoints.Audits.Runner.Sse;

/// <summary>A tool call that streamed fragments add up to, by index.</summary>
internal sealed class ToolCall
{
    private readonly StringBuilder _name = new();
    private readonly StringBuilder _arguments = new();
    private string? _id;
    private string? _type;

    /// <summary>Adds a fragment; the number of characters of text that it brought, at least 1 for one that names a call.</summary>
    public static int Merge(SortedDictionary<int, ToolCall> calls, JsonElement fragment)
    {
        if (fragment.ValueKind is not JsonValueKind.Object)
        {
            return 0;
        }

        var index = fragment.TryGetProperty("index", out var place) && place.ValueKind is JsonValueKind.Number && place.TryGetInt32(out var number) ? number : calls.Count;
        if (!calls.TryGetValue(index, out var call))
        {
            calls.Add(index, call = new ToolCall());
        }

        var text = 0;
        call._id ??= Text(fragment, "id");
        call._type ??= Text(fragment, "type");
        if (fragment.TryGetProperty("function", out var function) && function.ValueKind is JsonValueKind.Object)
        {
            text += Append(call._name, Text(function, "name"));
            text += Append(call._arguments, Text(function, "arguments"));
        }

        return text;
    }

    public static string ToJson(IEnumerable<ToolCall> calls) => Encoding.UTF8.GetString(JsonText.Make(json =>
    {
        json.WriteStartArray();
        foreach (var call in calls)
        {
            json.WriteStartObject();
            json.WriteString("id", call._id);
            json.WriteString("type", call._type ?? "function");
            json.WriteStartObject("function");
            json.WriteString("name", call._name.ToString());
            json.WriteString("arguments", call._arguments.ToString());
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }).Span);

    private static int Append(StringBuilder target, string? text)
    {
        target.Append(text);
        return text?.Length ?? 0;
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
