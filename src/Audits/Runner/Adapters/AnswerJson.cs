using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Runner.Adapters;

/// <summary>Parts of answers, typed strictly.</summary>
internal static class AnswerJson
{
    public static JsonElement ParseObject(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 200 });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? root.Clone() : throw new FormatException("the answer is no JSON object");
        }
        catch (JsonException failure)
        {
            throw new FormatException($"the answer is no JSON: {failure.Message}", failure);
        }
    }

    public static string RequiredText(JsonElement element, string name)
        => OptionalText(element, name) ?? throw new FormatException($"the answer has no text '{name}'");

    public static string? OptionalText(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : throw new FormatException($"'{name}' of the answer is no text");
        }
        catch (InvalidOperationException failure)
        {
            throw new FormatException($"'{name}' of the answer is no UTF-8", failure);
        }
    }

    public static int? ReportedTokens(JsonElement root)
        => root.TryGetProperty("usage", out var usage) && usage.ValueKind is JsonValueKind.Object
            && usage.TryGetProperty("completion_tokens", out var tokens) && tokens.ValueKind is JsonValueKind.Number && tokens.TryGetInt32(out var count)
            ? count
            : null;

    public static JsonElement FirstChoice(JsonElement root)
        => root.TryGetProperty("choices", out var choices) && choices.ValueKind is JsonValueKind.Array && choices.GetArrayLength() > 0 && choices[0].ValueKind is JsonValueKind.Object
            ? choices[0]
            : throw new FormatException("the answer has no choices");
}
