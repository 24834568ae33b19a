using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits.Runner.Metrics;

/// <summary>Counts and measures a run from its events (audits, sections 11.5 and 11.6). Not safe for several threads: its caller holds a lock.</summary>
internal sealed class MetricsCollector(bool isStreaming, bool hasEarlyStopping, bool hasChunkDeltas)
{
    private readonly List<(long Start, long Last)> _windows = [];
    private readonly ValueSeries<long> _latencies = new();
    private readonly ValueSeries<long> _firsts = new();
    private readonly ValueSeries<long> _deltas = new();
    private readonly ValueSeries<long> _inputLengths = new();
    private readonly ValueSeries<long> _outputLengths = new();
    private readonly ValueSeries<double> _perToken = new();
    private readonly long[] _finishReasons = new long[FinishReasons.Names.Length];

    private bool _isTracking;
    private long _startedNs;
    private long _endedNs;
    private long _totalIssued;
    private long _totalCompleted;
    private long _totalFailed;
    private long _firstIssueNs = -1;
    private long _latestOrder = -1;
    private long _latestCompletionNs;

    public long Issued { get; private set; }

    public long Completed { get; private set; }

    public long Failed { get; private set; }

    public bool IsTracking => _isTracking;

    public void Start(long at) => _startedNs = at;

    public void End(long at) => _endedNs = at;

    public void StartTracking(long at)
    {
        _isTracking = true;
        _windows.Add((at, -1));
    }

    public void StopTracking() => _isTracking = false;

    public void OnIssued(ref TrackedSample sample, long at)
    {
        sample = new TrackedSample { Window = _isTracking ? _windows.Count - 1 : -1, Order = Issued, IssuedNs = at };
        _totalIssued++;
        if (_isTracking)
        {
            Issued++;
            _firstIssueNs = _firstIssueNs < 0 ? at : _firstIssueNs;
        }
    }

    public void OnFirst(ref TrackedSample sample, long at)
    {
        sample.HasFirst = true;
        sample.FirstNs = sample.LastChunkNs = at;
        if (isStreaming && sample.Window >= 0)
        {
            _firsts.Add(at - sample.IssuedNs);
        }
    }

    public void OnFurther(ref TrackedSample sample, long at)
    {
        if (hasChunkDeltas && sample is { Window: >= 0, HasFirst: true })
        {
            _deltas.Add(at - sample.LastChunkNs);
        }

        sample.LastChunkNs = at;
    }

    public void OnFailed(in TrackedSample sample)
    {
        _totalFailed++;
        Failed += sample is { Window: >= 0, IsCompleted: false } ? 1 : 0;
    }

    /// <param name="sample">The request.</param>
    /// <param name="at">When.</param>
    /// <param name="finishReason">The counter of its finish reason; -1 for none.</param>
    public void OnCompleted(ref TrackedSample sample, long at, int finishReason)
    {
        _totalCompleted++;
        if (sample.Window < 0 || sample.IsCompleted)
        {
            return;
        }

        sample.IsCompleted = true;
        Completed++;
        _latencies.Add(at - sample.IssuedNs);
        var (start, last) = _windows[sample.Window];
        _windows[sample.Window] = (start, Math.Max(last, at));
        if (sample.Order > _latestOrder)
        {
            (_latestOrder, _latestCompletionNs) = (sample.Order, at);
        }

        if (finishReason >= 0)
        {
            _finishReasons[finishReason]++;
        }
    }

    /// <summary>Token counts of an answer, where there is a tokenizer.</summary>
    public void OnCounted(in TrackedSample sample, long completedNs, int? inputTokens, int? outputTokens, int? tokensAfterFirst)
    {
        if (sample.Window < 0)
        {
            return;
        }

        if (inputTokens is { } input)
        {
            _inputLengths.Add(input);
        }

        if (outputTokens is { } output)
        {
            _outputLengths.Add(output);
        }

        if (isStreaming && sample.HasFirst && tokensAfterFirst is > 0 and { } after)
        {
            _perToken.Add((double)(completedNs - sample.FirstNs) / after);
        }
    }

    /// <summary>The snapshot as it stands. Sorts the series where they lie; none is copied.</summary>
    public MetricsSnapshot Snapshot(string state, long counter, long timestampNs, long pendingTasks = 0)
    {
        var estimates = hasEarlyStopping && state == Evidence.RunReport.Complete;
        var duration = _windows.Sum(window => Math.Max(0, window.Last - window.Start));
        var legacy = _latestOrder >= 0 ? _latestCompletionNs - _firstIssueNs : 0;
        List<SeriesStatistics> series =
        [
            SeriesStatistics.OfIntegers("sample_latency_ns", _latencies, estimates),
            SeriesStatistics.OfIntegers("isl", _inputLengths, withEstimates: false),
            SeriesStatistics.OfIntegers("osl", _outputLengths, withEstimates: false),
        ];
        if (isStreaming)
        {
            series.Add(SeriesStatistics.OfIntegers("ttft_ns", _firsts, estimates));
            series.Add(SeriesStatistics.OfIntegers("chunk_delta_ns", _deltas, withEstimates: false));
            series.Add(SeriesStatistics.OfDoubles("tpot_ns", _perToken, estimates));
        }

        return new MetricsSnapshot(counter, timestampNs, state, pendingTasks)
        {
            Counters =
            [
                new("total_samples_issued", _totalIssued),
                new("total_samples_completed", _totalCompleted),
                new("total_samples_failed", _totalFailed),
                new("tracked_samples_issued", Issued),
                new("tracked_samples_completed", Completed),
                new("tracked_samples_failed", Failed),
                .. FinishReasons.Names.Select((name, index) => KeyValuePair.Create($"tracked_finish_reason_{name}", _finishReasons[index])),
                new("tracked_duration_ns", duration),
                new("legacy_loadgen_window_duration_ns", legacy),
                new("total_duration_ns", Math.Max(0, _endedNs - _startedNs)),
            ],
            Series = [.. series],
        };
    }
}
