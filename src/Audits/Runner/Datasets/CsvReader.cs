using System.Globalization;
using System.Text;
using System.Text.Json;
using Json.More;
using nietras.SeparatedValues;

namespace MlPerf.Endpoints.Audits.Runner.Datasets;

/// <summary>CSV by RFC 4180: a header row, quotes that may hold line breaks. Text stays text; empty cells are absent (deviation D8).</summary>
internal sealed class CsvReader : IDatasetReader
{
    // Sep takes any quote for the start of a quoted part, and the end of the file for the end of one: what it would join is refused by what stands in the file.
    private static readonly SepReaderOptions Options = new(new Sep(',')) { HasHeader = false, DisableColCountCheck = true };

    public string Id => ".csv";

    public IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file.Span);
            using var reader = Options.FromText(text.StartsWith('\uFEFF') ? text[1..] : text);
            return Rows(reader);
        }
        catch (DecoderFallbackException failure)
        {
            throw new FormatException("the file is no UTF-8", failure);
        }
        catch (NotSupportedException failure)
        {
            throw new FormatException($"a record is too long: {failure.Message}", failure);
        }
    }

    private static List<IReadOnlyDictionary<string, JsonElement>> Rows(SepReader reader)
    {
        string[]? header = null;
        var rows = new List<IReadOnlyDictionary<string, JsonElement>>();
        foreach (var record in reader)
        {
            // A blank line is no record.
            if (record.ColCount == 1 && record[0].Span.IsEmpty)
            {
                continue;
            }

            var fields = new string[record.ColCount];
            for (var column = 0; column < fields.Length; column++)
            {
                fields[column] = Field(record[column].Span, record.LineNumberFrom);
            }

            if (header is null)
            {
                header = fields;
            }
            else
            {
                rows.Add(Cells(header, fields, rows.Count + 1));
            }
        }

        return rows;
    }

    private static Dictionary<string, JsonElement> Cells(string[] header, string[] fields, int record)
    {
        if (fields.Length > header.Length)
        {
            throw new FormatException($"record {record.ToString(CultureInfo.InvariantCulture)} has {fields.Length} fields, the header has {header.Length}");
        }

        var cells = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        for (var column = 0; column < fields.Length; column++)
        {
            if (fields[column].Length > 0)
            {
                cells[header[column]] = fields[column].AsJsonElement();
            }
        }

        return cells;
    }

    private static string Field(ReadOnlySpan<char> field, int line)
    {
        if (!field.StartsWith('"'))
        {
            return !field.Contains('"') || !field.ContainsAny(",\r\n")
                ? field.ToString()
                : throw new FormatException($"the field that begins on line {line.ToString(CultureInfo.InvariantCulture)} holds a quote that opens no field; put the whole field into quotes and double those in it");
        }

        var end = 1;
        while (end < field.Length && (field[end] != '"' || field[(end + 1)..].StartsWith('"')))
        {
            end += field[end] == '"' ? 2 : 1;
        }

        return end >= field.Length || field[(end + 1)..].Contains('"')
            ? throw new FormatException($"the quoted field that begins on line {line.ToString(CultureInfo.InvariantCulture)} has no end, or quotes in it that are not doubled")
            : string.Concat(field[1..end].ToString().Replace("\"\"", "\"", StringComparison.Ordinal), field[(end + 1)..]);
    }
}
