using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MlPerf.Endpoints.Tools;

/// <summary>The surroundings of this process: the one place of the tools that knows the console, the environment and the current folder.</summary>
internal sealed class ProcessHost : IDisposable
{
    // SIGXFSZ, which has this number on Linux and macOS and no name in .NET.
    private const int FileSizeExceeded = 25;
    private const int BufferBytes = 1 << 14;
    private const int UnknownWidth = 80;

    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    public ProcessHost()
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop));
        if (!OperatingSystem.IsWindows())
        {
            // A limit on the size of files (ulimit -f) is an error to report like a full disk, no reason to die over a half-written file.
            _signals.Add(PosixSignalRegistration.Create((PosixSignal)FileSizeExceeded, static signal => signal.Cancel = true));
        }

        var output = Writer(Console.OpenStandardOutput, isFlushedAtOnce: false);
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(static entry => (string)entry.Key, static entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        Host = new ToolHost
        {
            Environment = variables,
            WorkingFolder = Directory.GetCurrentDirectory(),
            HomeFolder = variables.GetValueOrDefault("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            Output = new TerminalWriter(output),
            // On one terminal the two stay in order.
            Error = new TerminalWriter(Writer(Console.OpenStandardError, isFlushedAtOnce: true), Console.IsOutputRedirected || Console.IsErrorRedirected ? null : output.Flush),
            Input = new InputReader(),
            IsInteractive = !Console.IsInputRedirected && !Console.IsErrorRedirected,
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? 0 : TerminalWidth(),
        };
    }

    /// <summary>The surroundings.</summary>
    public ToolHost Host { get; }

    /// <summary>Cancelled by the first interrupt; the second one ends the process.</summary>
    public CancellationToken Stopped => _stop.Token;

    public void Dispose()
    {
        _signals.ForEach(static signal => signal.Dispose());
        _stop.Dispose();
    }

    // Not Console.Out: its first use reads the terminal's description, also where there is no terminal, and its encoding follows the locale.
    private static TextWriter Writer(Func<Stream> open, bool isFlushedAtOnce)
    {
        try
        {
            return new StreamWriter(open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferBytes) { AutoFlush = isFlushedAtOnce };
        }
        catch (IOException)
        {
            return new ClosedWriter();
        }
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth is var width and > 0 ? Math.Max(width, 40) : UnknownWidth;
        }
        catch (IOException)
        {
            return UnknownWidth;
        }
    }

    private void Stop(PosixSignalContext signal)
    {
        if (!_stop.IsCancellationRequested)
        {
            signal.Cancel = true;
            _stop.Cancel();
        }
    }

    /// <summary>An output that was closed before the tool began (<c>&gt;&amp;-</c>): a failure once something is written.</summary>
    private sealed class ClosedWriter() : TextWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("Standard output or standard error is closed.");
    }

    /// <summary>Standard input, opened when something is read.</summary>
    private sealed class InputReader : TextReader
    {
        public override int Peek() => Console.In.Peek();

        public override int Read() => Console.In.Read();

        public override string? ReadLine() => Console.In.ReadLine();

        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => Console.In.ReadLineAsync(cancellationToken);
    }
}
