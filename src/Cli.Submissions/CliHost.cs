using System.Collections;
using System.Text;

namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>Everything that the tool takes from its surroundings, so that tests and the assistant's server can give their own.</summary>
internal sealed record CliHost
{
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required string WorkingFolder { get; init; }

    public required string HomeFolder { get; init; }

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    public required TextReader Input { get; init; }

    /// <summary>Whether a person can be asked.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether a person watches standard output.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person watches standard error.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Columns of the terminal; 0 where there is none.</summary>
    public int Width { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Streams of the assistant's server; standard input and output where null.</summary>
    public Func<(Stream Input, Stream Output)>? OpenStreams { get; init; }

    /// <summary>Parent of temporary folders; the system's where null.</summary>
    public string? TemporaryFolder { get; init; }

    public bool UsesColor => IsOutputTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") is not "dumb";

    public string? Variable(string name) => Environment.GetValueOrDefault(name);

    /// <summary>A path as the user typed it, made absolute.</summary>
    public string Resolve(string path) => Path.GetFullPath(path.Length == 0 ? "." : path, WorkingFolder);

    /// <summary>The surroundings of this process.</summary>
    public static CliHost OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.OutputEncoding = utf8;
        var variables = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        return new CliHost
        {
            Environment = variables,
            WorkingFolder = Directory.GetCurrentDirectory(),
            HomeFolder = variables.GetValueOrDefault("HOME") ?? System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile),
            Output = Console.Out,
            Error = Console.Error,
            Input = Console.In,
            IsInteractive = !Console.IsInputRedirected && !Console.IsErrorRedirected,
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? 0 : TerminalWidth(),
        };
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
