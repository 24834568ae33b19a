using System.Globalization;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Workflows;

namespace MlPerf.Endpoints.SubmissionCli.Rendering;

/// <summary>Tells people what a workflow does: lines on standard error, and a bar for each transfer where somebody watches.</summary>
internal sealed class ConsoleReporter(CliHost host, CommandOutcome outcome, bool isSilent) : IWorkflowReporter, IDisposable
{
    private TransferBar? _bar;

    public void Stage(WorkflowStage stage, string text) => Note($"{text} …");

    public void Note(string text)
    {
        EndBar();
        if (!isSilent)
        {
            host.Error.WriteLine(text);
        }
    }

    public void Warn(string text)
    {
        EndBar();
        outcome.Warn(text);
    }

    public IProgress<TransferProgress>? Transfer(string title)
    {
        EndBar();
        return isSilent || !host.IsErrorTerminal ? null : _bar = new TransferBar(host, title);
    }

    public void Dispose() => EndBar();

    /// <summary>Takes a bar away, so that a line can be written.</summary>
    public void EndBar()
    {
        _bar?.End();
        _bar = null;
    }

    /// <summary>One line that is written over and over, and taken away at the end; what is done at once shows none.</summary>
    private sealed class TransferBar(CliHost host, string title) : IProgress<TransferProgress>
    {
        private const int Cells = 30;
        private const int TitleCells = 20;
        private const double Mebi = 1 << 20;
        private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
        private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

        private readonly Lock _gate = new();
        private readonly long _start = host.Time.GetTimestamp();
        private long _last;
        private int _shown;
        private bool _isEnded;

        public void Report(TransferProgress value)
        {
            lock (_gate)
            {
                var elapsed = host.Time.GetElapsedTime(_start);
                if (_isEnded || elapsed < Patience || (_shown > 0 && host.Time.GetElapsedTime(_last) < Interval))
                {
                    return;
                }

                _last = host.Time.GetTimestamp();
                var line = Line(value, elapsed);
                host.Error.Write($"\r{line.PadRight(_shown)}");
                _shown = line.Length;
            }
        }

        public void End()
        {
            lock (_gate)
            {
                _isEnded = true;
                if (_shown > 0)
                {
                    host.Error.Write($"\r{new string(' ', _shown)}\r");
                }
            }
        }

        private string Line(TransferProgress value, TimeSpan elapsed)
        {
            var name = title.Length <= TitleCells ? title : $"{title[..(TitleCells - 1)]}…";
            var speed = string.Create(CultureInfo.InvariantCulture, $"{value.Bytes / Mebi / elapsed.TotalSeconds:F0} MiB/s");
            if (value.TotalBytes is not (> 0 and var total))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{name} {value.Bytes / Mebi:F1} MiB, {speed}");
            }

            var filled = (int)(Math.Clamp((double)value.Bytes / total, 0, 1) * Cells);
            return string.Create(CultureInfo.InvariantCulture, $"{name} [{new string('#', filled)}{new string('.', Cells - filled)}] {value.Bytes / Mebi:F1} of {total / Mebi:F1} MiB, {speed}");
        }
    }
}
