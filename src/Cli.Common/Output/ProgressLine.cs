namespace MlPerf.Endpoints.Tools;

/// <summary>A line on standard error that says how far long work is: only on a terminal, only once the work lasts, written over and over, and taken away at the end.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly ToolHost _host;
    private readonly TimeSpan _patience;
    private readonly long _started;
    private long _last;
    private int _shown;
    private bool _isOver;

    private ProgressLine(ToolHost host, TimeSpan patience)
    {
        (_host, _patience) = (host, patience);
        _started = _last = host.Time.GetTimestamp();
    }

    /// <summary>A line; null where nobody watches.</summary>
    /// <param name="host">Whose standard error it stands on.</param>
    /// <param name="patience">How long work has to last to be shown; 400 ms where null.</param>
    public static ProgressLine? Start(ToolHost host, TimeSpan? patience = null)
        => host.IsErrorTerminal ? new(host, patience ?? TimeSpan.FromMilliseconds(400)) : null;

    /// <summary>Shows a text in place of the last one, unless that is too young.</summary>
    /// <param name="text">Makes the text; told how long the work lasts.</param>
    public void Show(Func<TimeSpan, string> text)
    {
        lock (_lock)
        {
            var elapsed = _host.Time.GetElapsedTime(_started);
            if (_isOver || elapsed < _patience || (_shown > 0 && _host.Time.GetElapsedTime(_last) < Pace))
            {
                return;
            }

            _last = _host.Time.GetTimestamp();
            TerminalMessage line = $"{text(elapsed)}";
            var shown = line.ToString();
            _host.Error.Write($"\r{line}{new string(' ', Math.Max(0, _shown - shown.Length))}");
            _shown = shown.Length;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (!_isOver && _shown > 0)
            {
                _host.Error.Write($"\r{new string(' ', _shown)}\r");
            }

            _isOver = true;
        }
    }
}
