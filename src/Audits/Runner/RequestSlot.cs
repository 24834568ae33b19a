using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using MlPerf.Endpoints.Audits.Runner.Adapters;
using MlPerf.Endpoints.Audits.Runner.Http;
using MlPerf.Endpoints.Audits.Runner.Recording;
using MlPerf.Endpoints.Audits.Runner.Sse;

namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>Sends one request at a time and reads its answer; its buffers and the objects of its request serve all of a slot's requests.</summary>
internal sealed class RequestSlot(RunContext context)
{
    private const int MostErrorBytes = 64 * 1024;

    private readonly RepeatedRequest _request = new(context.Transport, context.IsStreaming);
    private readonly SseReader _events = new();
    private readonly StreamedAnswer _answer = new();
    private RecordedSample _sample;
    private char[] _characters = [];
    private byte[] _body = [];

    /// <summary>The tracked request under way; whoever issues it fills it in.</summary>
    public ref RecordedSample Sample => ref _sample;

    /// <summary>Sends a tracked request and records how it ends. A stop leaves it unended.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask RunAsync(int row, CancellationToken stop)
    {
        var prepared = context.Samples[row];
        try
        {
            using var response = await _request.SendAsync(prepared.Body, stop).ConfigureAwait(false);
            if (response.StatusCode is not HttpStatusCode.OK)
            {
                var text = await ReadErrorAsync(response, stop).ConfigureAwait(false);
                Fail(row, "HTTPError", $"HTTP {(int)response.StatusCode}: {text}");
            }
            else if (context.IsStreaming)
            {
                await StreamAsync(response, stop).ConfigureAwait(false);
                EndStreamed(row, prepared);
            }
            else
            {
                var length = await ReadBodyAsync(response, stop).ConfigureAwait(false);
                EndWhole(row, prepared, length);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Abandoned: issued, never completed.
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidOperationException or InvalidDataException or OperationCanceledException)
        {
            Fail(row, failure.GetType().Name, failure.Message);
        }
    }

    /// <summary>Sends a request that nobody measures: warm-up, or the priming of the fixed sample.</summary>
    public async Task RunUntrackedAsync(ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        try
        {
            using var response = await _request.SendAsync(body, stop).ConfigureAwait(false);
            await ReadBodyAsync(response, stop).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidOperationException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // An endpoint that fails here will fail where it counts.
        }
        finally
        {
            context.Recorder.Touch(RunClock.NowNs);
        }
    }

    // The stream ends with the response, which whoever sent the request disposes of.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask StreamAsync(HttpResponseMessage response, CancellationToken stop)
    {
        _events.Reset();
        _answer.Reset(keepsRest: context.Tokens is not null);
        var stream = response.Content.ReadAsStream(stop);
        while (true)
        {
            var read = await stream.ReadAsync(_events.FreeSpace(), stop).ConfigureAwait(false);
            Take(read, RunClock.NowNs);
            if (read == 0)
            {
                return;
            }
        }
    }

    private void Take(int read, long at)
    {
        _events.Advance(read);
        while (_events.TryReadEvent(out var lines, isEnd: read == 0))
        {
            var hadFirst = _answer.HasFirst;
            var text = _answer.Take(lines);
            if (!hadFirst && _answer.HasFirst)
            {
                context.Recorder.OnFirst(ref _sample, at);
            }
            else if (text > 0 && context.StreamsAllChunks)
            {
                context.Recorder.OnFurther(ref _sample, at);
            }
        }
    }

    private void EndStreamed(int row, PreparedSample prepared)
    {
        var at = RunClock.NowNs;
        var error = _answer.Error ?? (_answer.IsDone || _answer.FinishIndex >= 0 ? null : "the stream ended without [DONE] and without a finish reason");
        if (error is not null)
        {
            Fail(row, "StreamError", error);
            return;
        }

        var tokens = Count(prepared);
        context.Recorder.OnCompleted(ref _sample, _answer, at, tokens);
        if (context.Outputs is { } outputs)
        {
            var first = _answer.IsFirstReasoning ? _answer.Reasoning : _answer.Content;
            outputs.Add(new SampleOutput(row, string.Concat(Encoding.UTF8.GetString(_answer.Reasoning), Encoding.UTF8.GetString(_answer.Content), _answer.ToolCalls))
            {
                Id = context.Recorder.IdOf(_sample.Number),
                FirstChunk = Encoding.UTF8.GetString(first[..Math.Min(first.Length, _answer.FirstLength)]),
                ReportedTokens = _answer.ReportedTokens,
                CountedTokens = tokens.Output,
                FinishReason = _answer.FinishReason,
                MaxTokens = context.MaxTokens,
            });
        }
    }

    private void EndWhole(int row, PreparedSample prepared, int length)
    {
        EndpointAnswer answer;
        try
        {
            answer = context.Adapter.ReadBody(_body.AsMemory(0, length));
        }
        catch (FormatException failure)
        {
            Fail(row, "DecodeError", $"{failure.Message}: {Encoding.UTF8.GetString(_body.AsSpan(0, Math.Min(length, 1024)))}");
            return;
        }

        var at = RunClock.NowNs;
        var tokens = context.Tokens is { } counter
            ? new TokenCounts(PromptTokens(prepared), counter.Count(answer.Reasoning) + counter.Count(answer.Output), null)
            : default;
        context.Recorder.OnCompleted(ref _sample, answer, at, tokens);
        context.Outputs?.Add(new SampleOutput(row, string.Concat(answer.Reasoning, answer.Output, answer.ToolCalls))
        {
            Id = context.Recorder.IdOf(_sample.Number),
            ReportedTokens = answer.ReportedTokens,
            CountedTokens = tokens.Output,
            TokenIds = answer.TokenIds,
            FinishReason = answer.FinishReason,
            MaxTokens = context.MaxTokens,
        });
    }

    private void Fail(int row, string type, string message)
    {
        context.Recorder.OnFailed(ref _sample, type, message, RunClock.NowNs);
        context.Outputs?.Add(new SampleOutput(row, null));
    }

    private TokenCounts Count(PreparedSample prepared)
    {
        if (context.Tokens is not { } counter)
        {
            return default;
        }

        return new TokenCounts(
            PromptTokens(prepared),
            counter.Count(Characters(_answer.Reasoning)) + counter.Count(Characters(_answer.Content)),
            counter.Count(Characters(_answer.AfterFirst)));
    }

    private int? PromptTokens(PreparedSample prepared) => prepared.PromptTokens ??= context.CountPrompt(prepared);

    private ReadOnlySpan<char> Characters(ReadOnlySpan<byte> utf8)
    {
        if (_characters.Length < utf8.Length)
        {
            _characters = new char[utf8.Length * 2];
        }

        return _characters.AsSpan(0, Encoding.UTF8.GetChars(utf8, _characters));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadBodyAsync(HttpResponseMessage response, CancellationToken stop)
    {
        var stream = response.Content.ReadAsStream(stop);
        var length = 0;
        while (true)
        {
            if (_body.Length - length < 4096)
            {
                Array.Resize(ref _body, Math.Max(16 * 1024, _body.Length * 2));
            }

            var read = await stream.ReadAsync(_body.AsMemory(length), stop).ConfigureAwait(false);
            if (read == 0)
            {
                return length;
            }

            length += read;
        }
    }

    private async Task<string> ReadErrorAsync(HttpResponseMessage response, CancellationToken stop)
    {
        var length = await ReadBodyAsync(response, stop).ConfigureAwait(false);
        return Encoding.UTF8.GetString(_body.AsSpan(0, Math.Min(length, MostErrorBytes)));
    }
}
