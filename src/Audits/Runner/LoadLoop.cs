using System.Collections.Concurrent;
using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.Audits.Runner.Orders;
using MlPerf.Endpoints.Audits.Runner.Recording;

namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>Issues the requests of one run: a closed loop of slots, or all as fast as can be (audits, section 11.4).</summary>
internal sealed class LoadLoop(RunContext context, LoadPlan plan)
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(200);

    private readonly SampleSequence _rows = new(plan.Order, context.Samples.Length, plan.DataloaderSeed, plan.FixedIndex);
    private readonly SampleSequence? _warmupRows = plan.WarmupCount > 0 ? new SampleSequence(plan.Order, context.Samples.Length, plan.WarmupOrderSeed, plan.FixedIndex) : null;
    private readonly TaskCompletionSource _warmupDrained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _warmupLeft = plan.WarmupCount;
    private long _warmupInFlight;
    private long _startedNs;
    private bool _isTracking;
    private CancellationTokenSource? _end;
    private volatile bool _isStopAsked;

    /// <summary>Whether the run was stopped from outside.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>Runs to the end.</summary>
    /// <exception cref="AuditException">Nothing completed for too long.</exception>
    public async Task RunAsync(IProgress<RunProgress>? progress, CancellationToken stop)
    {
        _startedNs = RunClock.NowNs;
        context.Recorder.Touch(_startedNs);
        context.Recorder.Session("session.started"u8, _startedNs);
        using var end = new CancellationTokenSource();
        _end = end;
        await using var stopping = stop.Register(() =>
        {
            _isStopAsked = true;
            end.Cancel();
        }).ConfigureAwait(false);
        if (plan.MaxDuration is { } most)
        {
            end.CancelAfter(most);
        }

        using var watch = new Watch(this, progress, end);
        watch.Start(WatchEvery);
        if (plan.Priming is { } priming && !end.IsCancellationRequested)
        {
            await Abandonable(new RequestSlot(context).RunUntrackedAsync(priming, end.Token)).ConfigureAwait(false);
        }

        await Abandonable(plan.Concurrency is { } slots ? ClosedLoopAsync(slots, end.Token) : MaxThroughputAsync(end.Token)).ConfigureAwait(false);
        var over = RunClock.NowNs;
        if (_isTracking)
        {
            context.Recorder.Session("session.stop_performance_tracking"u8, over);
        }

        context.Recorder.Session("session.ended"u8, RunClock.NowNs);
        IsInterrupted = _isStopAsked;
        watch.Report();
        if (watch.IsStalled && !IsInterrupted)
        {
            throw new AuditException(AuditErrorKind.Execution, "stalled", $"No request completed for {plan.StallTimeout!.Value.TotalSeconds:0} s; the endpoint seems to hang.");
        }
    }

    private static async Task Abandonable(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The run is over; what is in flight is abandoned.
        }
    }

    private async Task ClosedLoopAsync(int slots, CancellationToken end)
    {
        var loops = new Task[(int)Math.Min(slots, Math.Max(1, Math.Max(plan.Count, plan.WarmupCount)))];
        for (var index = 0; index < loops.Length; index++)
        {
            loops[index] = Task.Run(() => SlotAsync(end), CancellationToken.None);
        }

        await Task.WhenAll(loops).ConfigureAwait(false);
    }

    private async Task SlotAsync(CancellationToken end)
    {
        var slot = new RequestSlot(context);
        while (TryIssueWarmup(out var body))
        {
            await WarmUpAsync(slot, body, end).ConfigureAwait(false);
        }

        await StartTrackingAsync(end).ConfigureAwait(false);
        while (TryIssue(slot, out var row))
        {
            await slot.RunAsync(row, end).ConfigureAwait(false);
        }
    }

    private async Task MaxThroughputAsync(CancellationToken end)
    {
        var idle = new ConcurrentBag<RequestSlot>();
        var inFlight = new InFlight();
        while (TryIssueWarmup(out var body))
        {
            inFlight.Add();
            _ = Free(WarmUpAsync(Rent(), body, end));
            await Task.Yield();
        }

        await StartTrackingAsync(end).ConfigureAwait(false);
        for (var slot = Rent(); TryIssue(slot, out var row); slot = Rent())
        {
            inFlight.Add();
            _ = RunOne(slot, row);
            await Task.Yield();
        }

        await inFlight.AllDoneAsync().WaitAsync(end).ConfigureAwait(false);

        RequestSlot Rent() => idle.TryTake(out var slot) ? slot : new RequestSlot(context);

        async Task RunOne(RequestSlot used, int issuedRow)
        {
            await used.RunAsync(issuedRow, end).ConfigureAwait(false);
            idle.Add(used);
            inFlight.Done();
        }

        async Task Free(Task task)
        {
            await Abandonable(task).ConfigureAwait(false);
            inFlight.Done();
        }
    }

    private async Task WarmUpAsync(RequestSlot slot, ReadOnlyMemory<byte> body, CancellationToken end)
    {
        try
        {
            await slot.RunUntrackedAsync(body, end).ConfigureAwait(false);
        }
        finally
        {
            if (Interlocked.Decrement(ref _warmupInFlight) == 0 && Interlocked.Read(ref _warmupLeft) <= 0)
            {
                _warmupDrained.TrySetResult();
            }
        }
    }

    private bool TryIssueWarmup(out ReadOnlyMemory<byte> body)
    {
        body = default;
        if (_warmupRows is null)
        {
            return false;
        }

        lock (context.Recorder.IssueLock)
        {
            if (_warmupLeft <= 0 || _end!.IsCancellationRequested)
            {
                return false;
            }

            _warmupLeft--;
            Interlocked.Increment(ref _warmupInFlight);
            body = plan.WarmupBody(_warmupRows.Next());
            return true;
        }
    }

    private async Task StartTrackingAsync(CancellationToken end)
    {
        if (plan is { WarmupCount: > 0, DrainsWarmup: true })
        {
            await _warmupDrained.Task.WaitAsync(end).ConfigureAwait(false);
        }

        lock (context.Recorder.IssueLock)
        {
            if (_isTracking || end.IsCancellationRequested)
            {
                return;
            }

            _isTracking = true;
            context.Recorder.Session("session.start_performance_tracking"u8, RunClock.NowNs);
        }
    }

    // Drawing and recording are one step, so that the order of issue is the order of the rows.
    private bool TryIssue(RequestSlot slot, out int row)
    {
        row = -1;
        lock (context.Recorder.IssueLock)
        {
            if (_end!.IsCancellationRequested || !_isTracking)
            {
                return false;
            }

            if (context.Recorder.Issued >= plan.Count)
            {
                if (plan.DrainTimeout is { } patience)
                {
                    _end.CancelAfter(patience);
                }

                return false;
            }

            row = _rows.Next();
            context.Recorder.OnIssued(ref slot.Sample, row, context.Samples[row].PromptData);
            return true;
        }
    }

    /// <summary>Counts requests in flight where nobody waits for a slot.</summary>
    private sealed class InFlight
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        // One for the issuing loop itself, so that a pause between issues is not the end.
        private long _count = 1;

        public void Add() => Interlocked.Increment(ref _count);

        public void Done()
        {
            if (Interlocked.Decrement(ref _count) == 0)
            {
                _done.TrySetResult();
            }
        }

        public Task AllDoneAsync()
        {
            Done();
            return _done.Task;
        }
    }

    /// <summary>Tells progress and notices when nothing completes any more.</summary>
    private sealed class Watch(LoadLoop owner, IProgress<RunProgress>? progress, CancellationTokenSource end) : IDisposable
    {
        private Timer? _timer;

        public bool IsStalled { get; private set; }

        public void Start(TimeSpan every) => _timer = new Timer(_ => Tick(), null, every, every);

        public void Report()
        {
            var recorder = owner.Recorder;
            progress?.Report(new RunProgress(owner.Requested, recorder.Issued, recorder.Completed, recorder.Failed, TimeSpan.FromMicroseconds((RunClock.NowNs - owner._startedNs) / 1000.0)));
        }

        public void Dispose() => _timer?.Dispose();

        private void Tick()
        {
            Report();
            if (owner.StallTimeout is { } patience && RunClock.NowNs - owner.Recorder.LastCompletionNs > patience.TotalNanoseconds)
            {
                IsStalled = true;
                try
                {
                    end.Cancel();
                }
                catch (ObjectDisposedException)
                {
                    // The run ended meanwhile.
                }
            }
        }
    }

    private RunRecorder Recorder => context.Recorder;

    private TimeSpan? StallTimeout => plan.StallTimeout;

    private long Requested => plan.Count;
}
