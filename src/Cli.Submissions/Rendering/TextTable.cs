namespace MlPerf.Endpoints.SubmissionCli.Rendering;

/// <summary>A table of text: columns as wide as their widest cell, so that nothing is cut; cells may have several lines.</summary>
internal sealed class TextTable(string title, params string[] columns)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];
    private readonly HashSet<int> _rightAligned = [];

    public TextTable AlignRight(int column)
    {
        _rightAligned.Add(column);
        return this;
    }

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(TextWriter output)
    {
        var rows = _rows.ConvertAll(row => row.Select(cell => cell.Split('\n').Select(Visible).ToArray()).ToArray());
        var widths = columns.Select((name, at) => rows.SelectMany(row => row[at]).Append(name).Max(line => line.Length)).ToArray();
        output.WriteLine(title);
        Line(output, widths, columns);
        output.WriteLine(string.Join(Gap, widths.Select(width => new string('-', width))));
        foreach (var row in rows)
        {
            for (var line = 0; line < row.Max(cell => cell.Length); line++)
            {
                Line(output, widths, [.. row.Select(cell => line < cell.Length ? cell[line] : "")]);
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
