using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Runner.Datasets;

/// <summary>Cells of JSON rows.</summary>
internal static class JsonCells
{
    public static JsonElement Parse(ReadOnlyMemory<byte> json, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 200 });
            return document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            throw new FormatException($"{place} is no JSON: {failure.Message}", failure);
        }
    }

    public static Dictionary<string, JsonElement> OfObject(JsonElement row, string place)
    {
        if (row.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException($"{place} is no object");
        }

        var cells = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var cell in row.EnumerateObject())
        {
            if (cell.Value.ValueKind is JsonValueKind.Null)
            {
                cells.Remove(cell.Name);
            }
            else
            {
                cells[cell.Name] = cell.Value;
            }
        }

        return cells;
    }
}
