using System.Globalization;

namespace MlPerf.Endpoints.Tools;

/// <summary>Everything that a tool takes from its surroundings, so that tests and the assistant's server can give their own.</summary>
internal sealed record ToolHost
{
    private const int NarrowestWidth = 40;

    private readonly int _width;

    /// <summary>Environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>What relative paths start from.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>The user's folder.</summary>
    public required string HomeFolder { get; init; }

    /// <summary>Standard output: results.</summary>
    public required TerminalWriter Output { get; init; }

    /// <summary>Standard error: everything else.</summary>
    public required TerminalWriter Error { get; init; }

    /// <summary>Standard input.</summary>
    public required TextReader Input { get; init; }

    /// <summary>Whether a person can be asked.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether a person watches standard output.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person watches standard error.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Columns to wrap at: those of the terminal, or of COLUMNS, which sets a width anywhere; 0 where lines are not wrapped, as programs want them.</summary>
    public int Width
    {
        get => int.TryParse(Variable("COLUMNS"), CultureInfo.InvariantCulture, out var columns) && columns > 0 ? Math.Max(columns, NarrowestWidth) : _width;
        init => _width = value;
    }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Streams of the assistant's server; standard input and output where null.</summary>
    public Func<(Stream Input, Stream Output)>? OpenStreams { get; init; }

    /// <summary>Parent of temporary folders; the system's where null.</summary>
    public string? TemporaryFolder { get; init; }

    /// <summary>Whether colours are wanted: on a terminal, unless NO_COLOR says otherwise.</summary>
    public bool UsesColor => IsOutputTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") is not "dumb";

    /// <summary>A variable of the environment; null where it is not set.</summary>
    public string? Variable(string name) => Environment.GetValueOrDefault(name);

    /// <summary>A path as the user typed it, made absolute.</summary>
    /// <exception cref="UsageException">It holds a NUL, which no path does.</exception>
    public string Resolve(string path)
        => path.Contains('\0', StringComparison.Ordinal) ? throw new UsageException($"'{path}' is no path: it holds a NUL character.") : Path.GetFullPath(path.Length == 0 ? "." : path, WorkingFolder);
}
