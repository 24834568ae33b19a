using System.Text.Json;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Evidence;

/// <summary>Strict JSON of run folders: no byte order mark, no NaN, no comments, bounded depth and size.</summary>
internal static class JsonFiles
{
    private const int MaxDepth = 200;
    private const long MaxBytes = 256L << 20;

    /// <summary>Reads a file; null with a clause of what is wrong where it is no JSON.</summary>
    public static JsonElement? Read(ISubmissionSource source, SubmissionPath file, out string? fault)
    {
        var content = source.Read(file, MaxBytes);
        if (content.Problem is { } problem)
        {
            fault = problem.Detail;
            return null;
        }

        return Parse(content.Bytes, out fault);
    }

    /// <summary>Reads bytes; null with a clause of what is wrong where they are no JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8, out string? fault)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            fault = null;
            return document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            fault = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it is no JSON (line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1})");
            return null;
        }
    }

    /// <summary>The text of a member; null where it is absent, no text, or no UTF-8.</summary>
    public static string? Text(JsonElement element, string name)
        => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? TextOf(value) : null;

    /// <summary>The text of a JSON string; null where its bytes are no UTF-8.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A finite number; null for anything else.</summary>
    public static double? Number(JsonElement element, string name)
        => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>A member that is an object; null for anything else.</summary>
    public static JsonElement? Object(JsonElement element, string name)
        => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object ? value : null;
}
