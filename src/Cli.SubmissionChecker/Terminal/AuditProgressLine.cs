using System.Globalization;
using MlPerf.Endpoints.Audits.Orchestration;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>Shows how far an audit is: one line that is written over on a terminal, one line a stage elsewhere.</summary>
internal sealed class AuditProgressLine(TextWriter writer, bool isLive) : IProgress<AuditProgress>, IDisposable
{
    private readonly Lock _lock = new();
    private int _width;
    private bool _isOver;

    public void Report(AuditProgress value)
    {
        lock (_lock)
        {
            if (_isOver || (!isLive && value.Run is not null))
            {
                return;
            }

            var text = value.Run is { } run ? Describe(value.Label, run) : Describe(value);
            if (isLive)
            {
                writer.Write($"\r{text.PadRight(_width)}");
                _width = text.Length;
            }
            else if (value.Stage is not AuditStage.Finishing)
            {
                writer.WriteLine(text);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (!_isOver && isLive && _width > 0)
            {
                writer.Write($"\r{new string(' ', _width)}\r");
            }

            _isOver = true;
        }
    }

    private static string Describe(AuditProgress progress) => progress.Stage switch
    {
        AuditStage.Preparing => $"{progress.Label}: setting up",
        AuditStage.Running => $"{progress.Label}: running",
        AuditStage.Finishing => $"{progress.Label}: writing",
        AuditStage.Waiting => $"{progress.Label}: waiting",
        _ => $"{progress.Label}: judging",
    };

    private static string Describe(string label, RunProgress run)
    {
        var seconds = run.Elapsed.TotalSeconds;
        var rate = seconds > 0 ? run.Completed / seconds : 0;
        var total = run.Requested is { } requested ? $" of {requested}" : "";
        var left = run.Requested is { } all && rate > 0 ? $", {TimeSpan.FromSeconds(Math.Min(1e8, (all - run.Completed) / rate)).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture)} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{label}: {run.Completed}{total}, {rate:F1}/s, {run.Failed} failed{left}");
    }
}
