using System.Net;
using System.Text;
using MlPerf.Endpoints.Audits.Runner.Adapters;
using MlPerf.Endpoints.Audits.Runner.Http;
using MlPerf.Endpoints.Audits.Runner.Recording;
using MlPerf.Endpoints.Audits.Runner.Sse;

namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>Sends one request at a time and reads its answer; its buffers serve all of a slot's requests.</summary>
internal sealed class RequestSlot(RunContext context)
{
    private const int MostErrorBytes = 64 * 1024;

    private readonly SseReader _events = new();
    private readonly StreamedAnswer _answer = new();
    private char[] _characters = [];
    private byte[] _body = [];

    /// <summary>Sends a tracked request and records how it ends. A stop leaves it unended.</summary>
    public async Task RunAsync(RecordedSample sample, int row, CancellationToken stop)
    {
        var prepared = context.Samples[row];
        try
        {
            using var response = await context.Transport.SendAsync(prepared.Body, context.IsStreaming, stop).ConfigureAwait(false);
            if (response.StatusCode is not HttpStatusCode.OK)
            {
                var text = await ReadErrorAsync(response, stop).ConfigureAwait(false);
                Fail(ref sample, row, "HTTPError", $"HTTP {(int)response.StatusCode}: {text}");
            }
            else if (context.IsStreaming)
            {
                sample = await StreamAsync(response, sample, stop).ConfigureAwait(false);
                EndStreamed(ref sample, row, prepared);
            }
            else
            {
                var length = await ReadBodyAsync(response, stop).ConfigureAwait(false);
                EndWhole(ref sample, row, prepared, length);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Abandoned: issued, never completed.
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidOperationException or InvalidDataException or OperationCanceledException)
        {
            Fail(ref sample, row, failure.GetType().Name, failure.Message);
        }
    }

    /// <summary>Sends a request that nobody measures: warm-up, or the priming of the fixed sample.</summary>
    public async Task RunUntrackedAsync(ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        try
        {
            using var response = await context.Transport.SendAsync(body, context.IsStreaming, stop).ConfigureAwait(false);
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

    private async Task<RecordedSample> StreamAsync(HttpResponseMessage response, RecordedSample sample, CancellationToken stop)
    {
        _events.Reset();
        _answer.Reset(keepsRest: context.Tokens is not null);
        var stream = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (true)
            {
                var read = await stream.ReadAsync(_events.FreeSpace(), stop).ConfigureAwait(false);
                Take(ref sample, read, RunClock.NowNs);
                if (read == 0)
                {
                    return sample;
                }
            }
        }
    }

    private void Take(ref RecordedSample sample, int read, long at)
    {
        _events.Advance(read);
        while (_events.TryReadEvent(out var lines, isEnd: read == 0))
        {
            var hadFirst = _answer.HasFirst;
            var text = _answer.Take(lines);
            if (!hadFirst && _answer.HasFirst)
            {
                context.Recorder.OnFirst(ref sample, at);
            }
            else if (text > 0 && context.StreamsAllChunks)
            {
                context.Recorder.OnFurther(ref sample, at);
            }
        }
    }

    private void EndStreamed(ref RecordedSample sample, int row, PreparedSample prepared)
    {
        var at = RunClock.NowNs;
        var error = _answer.Error ?? (_answer.IsDone || _answer.FinishIndex >= 0 ? null : "the stream ended without [DONE] and without a finish reason");
        if (error is not null)
        {
            Fail(ref sample, row, "StreamError", error);
            return;
        }

        var tokens = Count(prepared);
        context.Recorder.OnCompleted(ref sample, _answer, at, tokens);
        if (context.Outputs is { } outputs)
        {
            var first = _answer.IsFirstReasoning ? _answer.Reasoning : _answer.Content;
            outputs.Add(new SampleOutput(row, string.Concat(Encoding.UTF8.GetString(_answer.Reasoning), Encoding.UTF8.GetString(_answer.Content), _answer.ToolCalls))
            {
                FirstChunk = Encoding.UTF8.GetString(first[..Math.Min(first.Length, _answer.FirstLength)]),
                ReportedTokens = _answer.ReportedTokens,
                CountedTokens = tokens.Output,
                FinishReason = _answer.FinishReason,
                MaxTokens = context.MaxTokens,
            });
        }
    }

    private void EndWhole(ref RecordedSample sample, int row, PreparedSample prepared, int length)
    {
        EndpointAnswer answer;
        try
        {
            answer = context.Adapter.ReadBody(_body.AsMemory(0, length));
        }
        catch (FormatException failure)
        {
            Fail(ref sample, row, "DecodeError", $"{failure.Message}: {Encoding.UTF8.GetString(_body.AsSpan(0, Math.Min(length, 1024)))}");
            return;
        }

        var at = RunClock.NowNs;
        var tokens = context.Tokens is { } counter
            ? new TokenCounts(PromptTokens(prepared), counter.Count(answer.Reasoning) + counter.Count(answer.Output), null)
            : default;
        context.Recorder.OnCompleted(ref sample, answer, at, tokens);
        context.Outputs?.Add(new SampleOutput(row, string.Concat(answer.Reasoning, answer.Output, answer.ToolCalls))
        {
            ReportedTokens = answer.ReportedTokens,
            CountedTokens = tokens.Output,
            TokenIds = answer.TokenIds,
            FinishReason = answer.FinishReason,
            MaxTokens = context.MaxTokens,
        });
    }

    private void Fail(ref RecordedSample sample, int row, string type, string message)
    {
        context.Recorder.OnFailed(ref sample, type, message, RunClock.NowNs);
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

    private async Task<int> ReadBodyAsync(HttpResponseMessage response, CancellationToken stop)
    {
        var stream = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
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
    }

    private async Task<string> ReadErrorAsync(HttpResponseMessage response, CancellationToken stop)
    {
        var length = await ReadBodyAsync(response, stop).ConfigureAwait(false);
        return Encoding.UTF8.GetString(_body.AsSpan(0, Math.Min(length, MostErrorBytes)));
    }
}
