using System.Globalization;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Runner.Datasets;

/// <summary>A JSON array of objects, or an object of columns: lists, or objects by row number.</summary>
internal sealed class JsonArrayReader : IDatasetReader
{
    public string Id => ".json";

    public IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Read(ReadOnlyMemory<byte> file)
    {
        var root = JsonCells.Parse(file, "the file");
        return root.ValueKind switch
        {
            JsonValueKind.Array => [.. root.EnumerateArray().Select((row, index) => JsonCells.OfObject(row, $"element {index.ToString(CultureInfo.InvariantCulture)}"))],
            JsonValueKind.Object => OfColumns(root),
            _ => throw new FormatException("the file is neither an array of objects nor an object of columns"),
        };
    }

    private static List<IReadOnlyDictionary<string, JsonElement>> OfColumns(JsonElement root)
    {
        var rows = new List<Dictionary<string, JsonElement>>();
        foreach (var column in root.EnumerateObject())
        {
            var cells = column.Value.ValueKind switch
            {
                JsonValueKind.Array => column.Value.EnumerateArray().ToList(),
                JsonValueKind.Object => [.. column.Value.EnumerateObject().Select(cell => cell.Value)],
                _ => throw new FormatException($"the column '{column.Name}' is neither a list nor an object"),
            };
            while (rows.Count < cells.Count)
            {
                rows.Add(new Dictionary<string, JsonElement>(StringComparer.Ordinal));
            }

            for (var row = 0; row < cells.Count; row++)
            {
                if (cells[row].ValueKind is not JsonValueKind.Null)
                {
                    rows[row][column.Name] = cells[row];
                }
            }
        }

        return [.. rows];
    }
}
