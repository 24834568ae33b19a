using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Runner.Metrics;
using MlPerf.Endpoints.Audits.Runner.Sse;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits.Runner.Recording;

/// <summary>Writes a run's events and sample map while it runs, and keeps its metrics. Every method may be called from any thread.</summary>
internal sealed class RunRecorder : IAsyncDisposable
{
    private const int IdLength = 32;

    private readonly Lock _lock = new();
    private readonly MetricsCollector _metrics;
    private readonly FilePipe _events;
    private readonly FilePipe _map;
    private readonly Utf8JsonWriter _event;
    private readonly Utf8JsonWriter _rows;
    private readonly ulong _idPrefix = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
    private long _lastCompletionNs;

    /// <summary>Opens the files of a run.</summary>
    public RunRecorder(string folder, MetricsCollector metrics)
    {
        _metrics = metrics;
        _events = new FilePipe(Path.Join(folder, "events.jsonl"), isAtomic: false);
        _map = new FilePipe(Path.Join(folder, "sample_idx_map.json"), isAtomic: true);
        _event = new Utf8JsonWriter(_events.Writer, PythonJsonEncoder.Unicode.Options(isIndented: false));
        _rows = new Utf8JsonWriter(_map.Writer, PythonJsonEncoder.Unicode.Options(isIndented: true));
        _rows.WriteStartObject();
        _rows.WriteStartObject("performance"u8);
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

            WriteEmpty(type, at);
        }
    }

    /// <summary>Records an issue. The caller holds <see cref="IssueLock"/>.</summary>
    public void OnIssued(ref RecordedSample sample, int row, ReadOnlySpan<byte> promptData)
    {
        var at = RunClock.NowNs;
        _metrics.OnIssued(ref sample.Tracked, at);
        sample.Number = sample.Tracked.Order;
        Start("sample.issued"u8, at, sample.Number);
        _event.WriteRawValue(promptData, skipInputValidation: true);
        End();
        Span<byte> id = stackalloc byte[IdLength];
        WriteId(id, sample.Number);
        _rows.WriteNumber(id, row);
        _rows.Flush();
        _map.Offer();
    }

    public void OnFirst(ref RecordedSample sample, long at)
    {
        lock (_lock)
        {
            _metrics.OnFirst(ref sample.Tracked, at);
            WriteEmpty("sample.recv_first"u8, at, sample.Number);
        }
    }

    public void OnFurther(ref RecordedSample sample, long at)
    {
        lock (_lock)
        {
            _metrics.OnFurther(ref sample.Tracked, at);
            WriteEmpty("sample.recv_non_first"u8, at, sample.Number);
        }
    }

    public void OnFailed(ref RecordedSample sample, string type, string message, long at)
    {
        lock (_lock)
        {
            Volatile.Write(ref _lastCompletionNs, at);
            _metrics.OnFailed(sample.Tracked);
            Start("error.generic"u8, at, sample.Number);
            _event.WriteStartArray();
            _event.WriteStringValue("ErrorData"u8);
            _event.WriteStringValue(type);
            _event.WriteStringValue(message);
            _event.WriteEndArray();
            End();
            _metrics.OnCompleted(ref sample.Tracked, at, -1);
            WriteEmpty("sample.complete"u8, at, sample.Number);
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
            WriteParts(answer.Content, answer.IsFirstReasoning ? 0 : answer.FirstLength, isNullWhenEmpty: false);
            WriteParts(answer.Reasoning, answer.IsFirstReasoning ? answer.FirstLength : 0, isNullWhenEmpty: true);
            EndOutput(answer.ToolCalls, answer.FinishReason);
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
            _event.WriteStringValue(answer.Output);
            _event.WriteStringValue(answer.Reasoning);
            EndOutput(answer.ToolCalls, answer.FinishReason);
        }
    }

    /// <summary>Ends the files, and gives the last snapshot.</summary>
    public async Task<MetricsSnapshot> CompleteAsync(string state)
    {
        MetricsSnapshot snapshot;
        lock (_lock)
        {
            _rows.WriteEndObject();
            _rows.WriteEndObject();
            _rows.Flush();
            snapshot = _metrics.Snapshot(state, counter: 1, RunClock.NowNs);
        }

        await _events.CompleteAsync().ConfigureAwait(false);
        await _map.CompleteAsync().ConfigureAwait(false);
        return snapshot;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _event.DisposeAsync().ConfigureAwait(false);
        await _rows.DisposeAsync().ConfigureAwait(false);
        await _events.DisposeAsync().ConfigureAwait(false);
        await _map.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The id of a request: 32 hex digits, the same 16 for the whole run and a number.</summary>
    public string IdOf(long number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_idPrefix:x16}{number:x16}");

    private void WriteId(Span<byte> utf8, long number)
    {
        Utf8Formatter.TryFormat(_idPrefix, utf8, out _, new StandardFormat('x', IdLength / 2));
        Utf8Formatter.TryFormat(number, utf8[(IdLength / 2)..], out _, new StandardFormat('x', IdLength / 2));
    }

    private void WriteEmpty(ReadOnlySpan<byte> type, long at, long number = -1)
    {
        Start(type, at, number);
        _event.WriteNullValue();
        End();
    }

    // An event up to its data.
    private void Start(ReadOnlySpan<byte> type, long at, long number)
    {
        _event.WriteStartObject();
        _event.WriteString("event_type"u8, type);
        _event.WriteNumber("timestamp_ns"u8, at);
        Span<byte> id = stackalloc byte[IdLength];
        WriteId(id, number);
        _event.WriteString("sample_uuid"u8, number < 0 ? [] : id);
        _event.WriteString("conversation_id"u8, ""u8);
        _event.WriteNull("turn"u8);
        _event.WritePropertyName("data"u8);
    }

    private void End()
    {
        _event.WriteEndObject();
        _event.Flush();
        _event.Reset();
        _events.Writer.Write("\n"u8);
        _events.Offer();
    }

    private void StartOutput(long at, long number)
    {
        Start("sample.complete"u8, at, number);
        _event.WriteStartArray();
        _event.WriteStringValue("TextModelOutput"u8);
    }

    private void EndOutput(string? toolCalls, string? finishReason)
    {
        _event.WriteRawValue(toolCalls ?? "null", skipInputValidation: true);
        _event.WriteEndArray();
        if (finishReason is not null)
        {
            _event.WriteString("finish_reason"u8, finishReason);
        }

        _event.WriteNumber("worker_id"u8, 0);
        End();
    }

    // A text, or the first chunk and the rest where it was streamed.
    private void WriteParts(ReadOnlySpan<byte> text, int firstLength, bool isNullWhenEmpty)
    {
        if (text.IsEmpty && isNullWhenEmpty)
        {
            _event.WriteNullValue();
        }
        else if (firstLength > 0 && firstLength < text.Length)
        {
            _event.WriteStartArray();
            _event.WriteStringValue(text[..firstLength]);
            _event.WriteStringValue(text[firstLength..]);
            _event.WriteEndArray();
        }
        else
        {
            _event.WriteStringValue(text);
        }
    }
}
