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
        return isSilent || !host.IsErrorTerminal ? null : _bar = new TransferBar(host.Error, title, host.Time);
    }

    public void Dispose() => EndBar();

    private void EndBar()
    {
        _bar?.End();
        _bar = null;
    }

    /// <summary>One line that is written over and over.</summary>
    private sealed class TransferBar(TextWriter error, string title, TimeProvider time) : IProgress<TransferProgress>
    {
        private const int Cells = 30;
        private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

        private readonly Lock _gate = new();
        private long _last;
        private bool _isShown;

        public void Report(TransferProgress value)
        {
            lock (_gate)
            {
                var now = time.GetTimestamp();
                if (_isShown && time.GetElapsedTime(_last, now) < Interval && value.Bytes != value.TotalBytes)
                {
                    return;
                }

                _last = now;
                _isShown = true;
                var part = value.TotalBytes is > 0 and var total ? Math.Clamp((double)value.Bytes / total, 0, 1) : 0;
                var filled = (int)(part * Cells);
                error.Write($"\r{title} [{new string('#', filled)}{new string('.', Cells - filled)}] {value.Bytes / (1 << 20)} MiB");
            }
        }

        public void End()
        {
            lock (_gate)
            {
                if (_isShown)
                {
                    error.WriteLine();
                    _isShown = false;
                }
            }
        }
    }
}
