namespace MlPerf.Endpoints.SubmissionCli.Rendering;

/// <summary>A table of text: columns as wide as their widest cell, so that nothing is cut; cells may have several lines. Where the terminal is too narrow for it, each row becomes a block of lines.</summary>
internal sealed class TextTable(string title, params string[] columns)
{
    private const string Gap = "  ";

    // Of a field and its value the value may be a whole document; nobody needs a line as long.
    private const int LongestRule = 78;

    private readonly List<string[]> _rows = [];
    private readonly HashSet<int> _rightAligned = [];

    public TextTable AlignRight(int column)
    {
        _rightAligned.Add(column);
        return this;
    }

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="width">Columns of the terminal; 0 where there is none.</param>
    public void Write(TextWriter output, int width = 0)
    {
        var rows = _rows.ConvertAll(row => row.Select(cell => cell.Split('\n').Select(Visible).ToArray()).ToArray());
        var widths = columns.Select((name, at) => rows.SelectMany(row => row[at]).Append(name).Max(line => line.Length)).ToArray();
        output.WriteLine(title);
        if (width > 0 && columns.Length > 2 && widths.Sum() + (Gap.Length * (widths.Length - 1)) > width)
        {
            Blocks(output, rows);
            return;
        }

        Line(output, widths, columns);
        output.WriteLine(string.Join(Gap, widths.Select((cell, at) => new string('-', columns.Length == 2 && at == 1 ? Math.Min(cell, Math.Max(columns[1].Length, LongestRule - widths[0])) : cell))));
        foreach (var row in rows)
        {
            for (var line = 0; line < row.Max(cell => cell.Length); line++)
            {
                Line(output, widths, [.. row.Select(cell => line < cell.Length ? cell[line] : "")]);
            }
        }
    }

    private void Blocks(TextWriter output, List<string[][]> rows)
    {
        var names = columns.Max(name => name.Length);
        foreach (var row in rows)
        {
            output.WriteLine();
            for (var at = 0; at < columns.Length; at++)
            {
                for (var line = 0; line < row[at].Length; line++)
                {
                    output.WriteLine($"{(line == 0 ? columns[at] : "").PadRight(names)}{Gap}{row[at][line]}".TrimEnd());
                }
            }
        }
    }

    private void Line(TextWriter output, int[] widths, string[] cells)
        => output.WriteLine(string.Join(Gap, cells.Select((cell, at) => _rightAligned.Contains(at) ? cell.PadLeft(widths[at]) : cell.PadRight(widths[at]))).TrimEnd());

    /// <summary>Texts of the service cannot write to the terminal: control characters are shown, not obeyed.</summary>
    private static string Visible(string text)
        => text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && !text.Contains('\u007F', StringComparison.Ordinal)
            ? text
            : string.Concat(text.Select(c => c < ' ' || c == '\u007F' ? $"\\u{(int)c:x4}" : c.ToString()));
}
