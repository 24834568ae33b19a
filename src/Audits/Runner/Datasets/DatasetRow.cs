using System.Text.Json;
using Json.More;

namespace MlPerf.Endpoints.Audits.Runner.Datasets;

/// <summary>A row of a dataset: its non-empty cells by column.</summary>
/// <param name="Index">The row's number, from 0.</param>
/// <param name="Cells">The cells; null ones are absent.</param>
public sealed record DatasetRow(int Index, IReadOnlyDictionary<string, JsonElement> Cells)
{
    /// <summary>A cell; null where the row has none.</summary>
    public JsonElement? this[string column] => Cells.TryGetValue(column, out var cell) ? cell : null;

    /// <summary>A cell that is text; null for anything else.</summary>
    public string? Text(string column) => this[column] is { ValueKind: JsonValueKind.String } cell ? cell.GetString() : null;

    /// <summary>The row with another prompt.</summary>
    internal DatasetRow WithPrompt(string prompt) => new(Index, new Dictionary<string, JsonElement>(Cells, StringComparer.Ordinal) { ["prompt"] = prompt.AsJsonElement() });
}
