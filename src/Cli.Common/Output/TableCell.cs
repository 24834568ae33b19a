using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Tools;

/// <summary>What stands in a cell: one line, whatever the text holds, or several that were given as such.</summary>
internal readonly record struct TableCell(IReadOnlyList<string> Lines)
{
    public static implicit operator TableCell(string text) => Of(text);

    public static TableCell Of(params IEnumerable<string> lines) => new([.. lines.Select(static line => TerminalText.Escape(line))]);
}
