using System.Text.Json;
using MlPerf.Endpoints.Prism.Client.Http;

namespace MlPerf.Endpoints.Prism.Client.Models;

/// <summary>Lenient reading of answers: what is absent or of another type reads as null, for the service validates nothing that it gives back.</summary>
internal static class JsonAnswer
{
    public static JsonElement? Member(this JsonElement element, string name)
        => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

    public static string? Text(this JsonElement element, string name)
        => element.Member(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };

    public static bool? Flag(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;

    public static long? Whole(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    public static IReadOnlyList<string> Texts(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(item => item.ToString())] : [];

    public static IReadOnlyList<JsonElement> Objects(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object)] : [];

    /// <exception cref="PrismException">The member is missing or no text.</exception>
    public static string Needed(this JsonElement element, string name, string call)
        => element.Member(name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value
            ? value
            : throw new PrismException(PrismErrorKind.Malformed, $"{call}: the answer lacks the text '{name}'.") { Call = call };
}
