using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Runner.Datasets;

/// <summary>CSV by RFC 4180: a header row, quotes that may hold line breaks. Text stays text; empty cells are absent (deviation D8).</summary>
internal sealed class CsvReader : IDatasetReader
{
    public string Id => ".csv";

    public IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Read(ReadOnlyMemory<byte> file)
    {
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file.Span);
        }
        catch (DecoderFallbackException failure)
        {
            throw new FormatException("the file is no UTF-8", failure);
        }

        var records = Records(text.StartsWith('\uFEFF') ? text[1..] : text);
        if (records.Count == 0)
        {
            return [];
        }

        var header = records[0];
        var rows = new List<IReadOnlyDictionary<string, JsonElement>>(records.Count - 1);
        for (var record = 1; record < records.Count; record++)
        {
            var fields = records[record];
            if (fields.Count > header.Count)
            {
                throw new FormatException($"record {record.ToString(CultureInfo.InvariantCulture)} has {fields.Count} fields, the header has {header.Count}");
            }

            var cells = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            for (var column = 0; column < fields.Count; column++)
            {
                if (fields[column].Length > 0)
                {
                    cells[header[column]] = JsonSerializer.SerializeToElement(fields[column], DatasetJson.Default.String);
                }
            }

            rows.Add(cells);
        }

        return rows;
    }

    private static List<List<string>> Records(string text)
    {
        var records = new List<List<string>>();
        var at = 0;
        while (at < text.Length)
        {
            var fields = new List<string>();
            bool isLast;
            do
            {
                fields.Add(Field(text, ref at, out isLast));
            }
            while (!isLast);

            // A blank line is no record.
            if (fields is not [""])
            {
                records.Add(fields);
            }
        }

        return records;
    }

    private static string Field(string text, ref int at, out bool isLast)
    {
        var field = new StringBuilder();
        if (at < text.Length && text[at] == '"')
        {
            for (at++; ; at++)
            {
                if (at >= text.Length)
                {
                    throw new FormatException("a quoted field has no end");
                }

                if (text[at] != '"')
                {
                    field.Append(text[at]);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    field.Append(text[at++]);
                }
                else
                {
                    at++;
                    break;
                }
            }
        }

        var end = text.AsSpan(at).IndexOfAny(',', '\n', '\r') is var found and >= 0 ? at + found : text.Length;
        field.Append(text, at, end - at);
        at = end;
        isLast = at >= text.Length || text[at] != ',';
        at += at >= text.Length ? 0 : text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        return field.ToString();
    }
}
