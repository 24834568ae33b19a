using System.Globalization;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Runner.Datasets;

/// <summary>One JSON object a line; blank lines are skipped.</summary>
internal sealed class JsonLinesReader : IDatasetReader
{
    public string Id => ".jsonl";

    public IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Read(ReadOnlyMemory<byte> file)
    {
        var rows = new List<IReadOnlyDictionary<string, JsonElement>>();
        file = file.Span.StartsWith("\uFEFF"u8) ? file[3..] : file;
        for (var line = 1; !file.IsEmpty; line++)
        {
            var end = file.Span.IndexOf((byte)'\n');
            var text = end < 0 ? file : file[..end];
            file = end < 0 ? default : file[(end + 1)..];
            if (text.Span.ContainsAnyExcept(" \t\r"u8))
            {
                rows.Add(JsonCells.OfObject(JsonCells.Parse(text, $"line {line.ToString(CultureInfo.InvariantCulture)}"), $"line {line.ToString(CultureInfo.InvariantCulture)}"));
            }
        }

        return rows;
    }
}
