namespace MlPerf.Endpoints.Tools;

/// <summary>A table of text: columns as wide as their widest cell, so that nothing is cut. Where the terminal is too narrow for it, each row becomes a block of lines.</summary>
internal sealed class TextTable(string title, params string[] columns)
{
    private const string Gap = "  ";

    // Of a field and its value the value may be a whole document; nobody needs a line as long.
    private const int LongestRule = 78;

    private readonly List<IReadOnlyList<string>[]> _rows = [];
    private readonly HashSet<int> _rightAligned = [];

    public TextTable AlignRight(int column)
    {
        _rightAligned.Add(column);
        return this;
    }

    public void Add(params TableCell[] cells) => _rows.Add(Array.ConvertAll(cells, static cell => cell.Lines));

    /// <summary>Writes the table.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="width">Columns of the terminal; 0 where there is none.</param>
    public void Write(TerminalWriter output, int width = 0)
    {
        var widths = columns.Select((name, at) => _rows.SelectMany(row => row[at]).Append(name).Max(line => line.Length)).ToArray();
        output.WriteLine(title);
        if (width > 0 && columns.Length > 2 && widths.Sum() + (Gap.Length * (widths.Length - 1)) > width)
        {
            Blocks(output);
            return;
        }

        Line(output, widths, columns);
        output.WriteLine(string.Join(Gap, widths.Select((cell, at) => new string('-', columns.Length == 2 && at == 1 ? Math.Min(cell, Math.Max(columns[1].Length, LongestRule - widths[0])) : cell))));
        foreach (var row in _rows)
        {
            for (var line = 0; line < row.Max(cell => cell.Count); line++)
            {
                Line(output, widths, [.. row.Select(cell => line < cell.Count ? cell[line] : "")]);
            }
        }
    }

    private void Blocks(TerminalWriter output)
    {
        var names = columns.Max(name => name.Length);
        foreach (var row in _rows)
        {
            output.WriteLine();
            for (var at = 0; at < columns.Length; at++)
            {
                for (var line = 0; line < row[at].Count; line++)
                {
                    output.WriteLine($"{(line == 0 ? columns[at] : "").PadRight(names)}{Gap}{row[at][line]}".TrimEnd());
                }
            }
        }
    }

    private void Line(TerminalWriter output, int[] widths, string[] cells)
        => output.WriteLine(string.Join(Gap, cells.Select((cell, at) => _rightAligned.Contains(at) ? cell.PadLeft(widths[at]) : cell.PadRight(widths[at]))).TrimEnd());
}
