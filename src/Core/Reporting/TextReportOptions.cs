namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>How a report is shown to people.</summary>
public sealed record TextReportOptions
{
    /// <summary>Columns to wrap at; 0 (default) for no wrapping, as programs that read lines want it.</summary>
    public int Width { get; init; }

    /// <summary>Whether ANSI colours are written. Default false.</summary>
    public bool UseColor { get; init; }

    /// <summary>Whether the list of passes is left out. Default false.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether warnings fail too. Default false.</summary>
    public bool IsStrict { get; init; }
}
