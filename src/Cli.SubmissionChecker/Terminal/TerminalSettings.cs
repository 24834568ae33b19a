using System.Globalization;
using MlPerf.Endpoints.Core.Reporting;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>What the standard output can show.</summary>
internal static class TerminalSettings
{
    /// <summary>Colour and width only on a terminal; NO_COLOR is honoured; COLUMNS sets a width anywhere.</summary>
    public static TextReportOptions ForReports(bool quiet, bool strict) => new()
    {
        Width = Width,
        UseColor = UseColor,
        IsQuiet = quiet,
        IsStrict = strict,
    };

    /// <summary>Whether colours are wanted.</summary>
    public static bool UseColor
        => !StandardStream.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>Columns; 0 where lines are not wrapped, as programs want them.</summary>
    public static int Width
        => int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var columns) && columns > 0 ? Math.Max(columns, 40)
            : StandardStream.IsOutputRedirected ? 0
            : Math.Max(TerminalWidth(), 40);

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth is var width and > 0 ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
