using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MlPerf.Endpoints.Audits.Runner.Metrics;
using MlPerf.Endpoints.Audits.Runner.Sse;

namespace MlPerf.Endpoints.Audits.Runner.Recording;

/// <summary>Writes a run's events and sample map while it runs, and keeps its metrics. Every method may be called from any thread.</summary>
internal sealed class RunRecorder : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly MetricsCollector _metrics;
    private readonly FilePipe _events;
    private readonly FilePipe _map;
    private readonly ulong _idPrefix = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
    private long _lastCompletionNs;
    private bool _isMapEmpty = true;

    /// <summary>Opens the files of a run.</summary>
    public RunRecorder(string folder, MetricsCollector metrics)
    {
        _metrics = metrics;
        _events = new FilePipe(Path.Join(folder, "events.jsonl"), isAtomic: false);
        _map = new FilePipe(Path.Join(folder, "sample_idx_map.json"), isAtomic: true);
        _map.Writer.Put("{\n  \"performance\": {"u8);
    }

    /// <summary>Guards the order of issue: whoever draws a row holds it until the row is recorded.</summary>
    public Lock IssueLock => _lock;

    public long Issued => _metrics.Issued;

    public long Completed => _metrics.Completed;

    public long Failed => _metrics.Failed;

    /// <summary>When anything last completed, or the run began.</summary>
    public long LastCompletionNs => Volatile.Read(ref _lastCompletionNs);

    public void Touch(long at) => Volatile.Write(ref _lastCompletionNs, at);

    public void Session(ReadOnlySpan<byte> type, long at)
    {
        lock (_lock)
        {
            switch (type)
            {
                case var _ when type.SequenceEqual("session.started"u8): _metrics.Start(at); break;
                case var _ when type.SequenceEqual("session.start_performance_tracking"u8): _metrics.StartTracking(at); break;
                case var _ when type.SequenceEqual("session.stop_performance_tracking"u8): _metrics.StopTracking(); break;
                default: _metrics.End(at); break;
            }

            Head(type, at);
            _events.Writer.Put("\",\"conversation_id\":\"\",\"turn\":null,\"data\":null}\n"u8);
            _events.Offer();
        }
    }

    /// <summary>Records an issue. The caller holds <see cref="IssueLock"/>.</summary>
    public void OnIssued(ref RecordedSample sample, int row, ReadOnlySpan<byte> promptData)
    {
        var at = RunClock.NowNs;
        _metrics.OnIssued(ref sample.Tracked, at);
        sample.Number = sample.Tracked.Order;
        Head("sample.issued"u8, at, sample.Number);
        _events.Writer.Put("\",\"conversation_id\":\"\",\"turn\":null,\"data\":"u8);
        _events.Writer.Put(promptData);
        _events.Writer.Put("}\n"u8);
        _events.Offer();
        _map.Writer.Put(_isMapEmpty ? "\n    \""u8 : ",\n    \""u8);
        _isMapEmpty = false;
        PutId(_map, sample.Number);
        _map.Writer.Put("\": "u8);
        _map.Writer.Put(row);
        _map.Offer();
    }

    public void OnFirst(ref RecordedSample sample, long at)
    {
        lock (_lock)
        {
            _metrics.OnFirst(ref sample.Tracked, at);
            Head("sample.recv_first"u8, at, sample.Number);
            _events.Writer.Put("\",\"conversation_id\":\"\",\"turn\":null,\"data\":null}\n"u8);
            _events.Offer();
        }
    }

    public void OnFurther(ref RecordedSample sample, long at)
    {
        lock (_lock)
        {
            _metrics.OnFurther(ref sample.Tracked, at);
            Head("sample.recv_non_first"u8, at, sample.Number);
            _events.Writer.Put("\",\"conversation_id\":\"\",\"turn\":null,\"data\":null}\n"u8);
            _events.Offer();
        }
    }

    public void OnFailed(ref RecordedSample sample, string type, string message, long at)
    {
        lock (_lock)
        {
            Volatile.Write(ref _lastCompletionNs, at);
            _metrics.OnFailed(sample.Tracked);
            Head("error.generic"u8, at, sample.Number);
            _events.Writer.Put("\",\"conversation_id\":\"\",\"turn\":null,\"data\":[\"ErrorData\","u8);
            _events.Writer.PutText(Encoding.UTF8.GetBytes(type));
            _events.Writer.Put(","u8);
            _events.Writer.PutText(Encoding.UTF8.GetBytes(message));
            _events.Writer.Put("]}\n"u8);
            _metrics.OnCompleted(ref sample.Tracked, at, -1);
            Head("sample.complete"u8, at, sample.Number);
            _events.Writer.Put("\",\"conversation_id\":\"\",\"turn\":null,\"data\":null}\n"u8);
            _events.Offer();
        }
    }

    public void OnCompleted(ref RecordedSample sample, StreamedAnswer answer, long at, in TokenCounts tokens)
    {
        lock (_lock)
        {
            Volatile.Write(ref _lastCompletionNs, at);
            _metrics.OnCompleted(ref sample.Tracked, at, answer.FinishIndex);
            _metrics.OnCounted(sample.Tracked, at, tokens.Input, tokens.Output, tokens.AfterFirst);
            StartOutput(at, sample.Number);
            PutParts(answer.Content, answer.IsFirstReasoning ? 0 : answer.FirstLength, isNullWhenEmpty: false);
            _events.Writer.Put(","u8);
            PutParts(answer.Reasoning, answer.IsFirstReasoning ? answer.FirstLength : 0, isNullWhenEmpty: true);
            _events.Writer.Put(","u8);
            _events.Writer.Put(answer.ToolCalls is { } calls ? Encoding.UTF8.GetBytes(calls) : "null"u8);
            EndOutput(answer.FinishReason);
        }
    }

    public void OnCompleted(ref RecordedSample sample, Adapters.EndpointAnswer answer, long at, in TokenCounts tokens)
    {
        lock (_lock)
        {
            Volatile.Write(ref _lastCompletionNs, at);
            var finish = answer.FinishReason is null ? -1 : FinishReasons.IndexOf(Encoding.UTF8.GetBytes(answer.FinishReason));
            _metrics.OnCompleted(ref sample.Tracked, at, finish);
            _metrics.OnCounted(sample.Tracked, at, tokens.Input, tokens.Output, null);
            StartOutput(at, sample.Number);
            PutOptional(answer.Output);
            _events.Writer.Put(","u8);
            PutOptional(answer.Reasoning);
            _events.Writer.Put(","u8);
            _events.Writer.Put(answer.ToolCalls is { } calls ? Encoding.UTF8.GetBytes(calls) : "null"u8);
            EndOutput(answer.FinishReason);
        }
    }

    /// <summary>Ends the files, and gives the last snapshot.</summary>
    public async Task<MetricsSnapshot> CompleteAsync(string state)
    {
        MetricsSnapshot snapshot;
        lock (_lock)
        {
            _map.Writer.Put(_isMapEmpty ? "}\n}"u8 : "\n  }\n}"u8);
            snapshot = _metrics.Snapshot(state, counter: 1, RunClock.NowNs);
        }

        await _events.CompleteAsync().ConfigureAwait(false);
        await _map.CompleteAsync().ConfigureAwait(false);
        return snapshot;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync().ConfigureAwait(false);
        await _map.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The id of a request: 32 hex digits, the same 16 for the whole run and a number.</summary>
    public string IdOf(long number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_idPrefix:x16}{number:x16}");

    private void Head(ReadOnlySpan<byte> type, long at, long number = -1)
    {
        var writer = _events.Writer;
        writer.Put("{\"event_type\":\""u8);
        writer.Put(type);
        writer.Put("\",\"timestamp_ns\":"u8);
        writer.Put(at);
        writer.Put(",\"sample_uuid\":\""u8);
        if (number >= 0)
        {
            PutId(_events, number);
        }
    }

    private void PutId(FilePipe file, long number)
    {
        var span = file.Writer.GetSpan(32);
        Utf8Formatter.TryFormat(_idPrefix, span, out _, new System.Buffers.StandardFormat('x', 16));
        Utf8Formatter.TryFormat(number, span[16..], out _, new System.Buffers.StandardFormat('x', 16));
        file.Writer.Advance(32);
    }

    private void StartOutput(long at, long number)
    {
        Head("sample.complete"u8, at, number);
        _events.Writer.Put("\",\"conversation_id\":\"\",\"turn\":null,\"data\":[\"TextModelOutput\","u8);
    }

    private void EndOutput(string? finishReason)
    {
        _events.Writer.Put("]"u8);
        if (finishReason is not null)
        {
            _events.Writer.Put(",\"finish_reason\":"u8);
            Span<byte> utf8 = stackalloc byte[64];
            _events.Writer.PutText(Encoding.UTF8.TryGetBytes(finishReason, utf8, out var length) ? utf8[..length] : Encoding.UTF8.GetBytes(finishReason));
        }

        _events.Writer.Put(",\"worker_id\":0}\n"u8);
        _events.Offer();
    }

    // A text, or the first chunk and the rest where it was streamed.
    private void PutParts(ReadOnlySpan<byte> text, int firstLength, bool isNullWhenEmpty)
    {
        var writer = _events.Writer;
        if (text.IsEmpty && isNullWhenEmpty)
        {
            writer.Put("null"u8);
        }
        else if (firstLength > 0 && firstLength < text.Length)
        {
            writer.Put("["u8);
            writer.PutText(text[..firstLength]);
            writer.Put(","u8);
            writer.PutText(text[firstLength..]);
            writer.Put("]"u8);
        }
        else
        {
            writer.PutText(text);
        }
    }

    private void PutOptional(string? text)
    {
        if (text is null)
        {
            _events.Writer.Put("null"u8);
        }
        else
        {
            _events.Writer.PutText(Encoding.UTF8.GetBytes(text));
        }
    }
}
