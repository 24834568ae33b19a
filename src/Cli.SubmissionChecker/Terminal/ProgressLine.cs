using System.Diagnostics;
using MlPerf.Endpoints.Core.Checking;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>A line on standard error that tells how far a long check is; only on a terminal, and only once it lasts.</summary>
internal sealed class ProgressLine : IProgress<CheckProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly string _path;
    private long _shown;

    private ProgressLine(string path) => _path = path;

    /// <summary>A line, or null where nobody watches.</summary>
    public static ProgressLine? Start(string path) => StandardStream.IsErrorRedirected ? null : new(path);

    public void Report(CheckProgress value)
    {
        lock (_lock)
        {
            if (Stopwatch.GetElapsedTime(_started) < Patience || (_shown != 0 && Stopwatch.GetElapsedTime(_shown) < Pace))
            {
                return;
            }

            _shown = Stopwatch.GetTimestamp();
            Console.Error.Write($"\rchecking {_path}: {value.PointsRead} points read ");
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_shown != 0)
            {
                Console.Error.Write("\r\u001b[2K");
            }
        }
    }
}
