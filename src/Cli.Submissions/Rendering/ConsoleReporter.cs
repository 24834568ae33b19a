using System.Globalization;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Workflows;

namespace MlPerf.Endpoints.SubmissionCli.Rendering;

/// <summary>Tells people what a workflow does: lines on standard error, and a bar for each transfer where somebody watches.</summary>
internal sealed class ConsoleReporter(ToolHost host, CommandOutcome outcome, bool isSilent) : IWorkflowReporter, IDisposable
{
    private ProgressLine? _bar;

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
        _bar = isSilent ? null : ProgressLine.Start(host);
        return _bar is null ? null : new TransferBar(_bar, title);
    }

    public void Dispose() => EndBar();

    /// <summary>Takes a bar away, so that a line can be written.</summary>
    public void EndBar()
    {
        _bar?.Dispose();
        _bar = null;
    }

    /// <summary>How much of an archive has gone, and how fast.</summary>
    private sealed class TransferBar(ProgressLine line, string title) : IProgress<TransferProgress>
    {
        private const int Cells = 30;
        private const double Mebi = 1 << 20;

        public void Report(TransferProgress value) => line.Show(elapsed => Line(value, elapsed));

        private string Line(TransferProgress value, TimeSpan elapsed)
        {
            var speed = string.Create(CultureInfo.InvariantCulture, $"{value.Bytes / Mebi / elapsed.TotalSeconds:F0} MiB/s");
            if (value.TotalBytes is not (> 0 and var total))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{title} {value.Bytes / Mebi:F1} MiB, {speed}");
            }

            var filled = (int)(Math.Clamp((double)value.Bytes / total, 0, 1) * Cells);
            return string.Create(CultureInfo.InvariantCulture, $"{title} [{new string('#', filled)}{new string('.', Cells - filled)}] {value.Bytes / Mebi:F1} of {total / Mebi:F1} MiB, {speed}");
        }
    }
}
