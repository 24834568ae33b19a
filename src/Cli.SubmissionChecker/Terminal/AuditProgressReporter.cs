using System.Globalization;
using MlPerf.Endpoints.Audits.Orchestration;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>Says how far an audit is: one line that is written over on a terminal, one line a stage elsewhere.</summary>
internal sealed class AuditProgressReporter(ToolHost host) : IProgress<AuditProgress>, IDisposable
{
    private readonly ProgressLine? _line = ProgressLine.Start(host);
    private readonly Lock _lock = new();
    private bool _isOver;

    public void Report(AuditProgress value)
    {
        if (_line is not null)
        {
            _line.Show(_ => value.Run is { } run ? Describe(value.Label, run) : Describe(value));
            return;
        }

        lock (_lock)
        {
            if (!_isOver && value is { Run: null, Stage: not AuditStage.Finishing })
            {
                host.Error.WriteLine(Describe(value));
            }
        }
    }

    public void Dispose()
    {
        _line?.Dispose();
        lock (_lock)
        {
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
