using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace MlPerf.Endpoints.Samples.StandInEndpoint;

/// <summary>An endpoint that computes nothing and takes its time: chat, completions, video generation.</summary>
public sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly EndpointOptions _options;
    private readonly SemaphoreSlim? _computation;
    private readonly Dictionary<string, SharedComputation> _computing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _prefixes = new(StringComparer.Ordinal);
    private readonly byte[] _chunk;
    private readonly byte[] _wholeStream;
    private int _requests;

    private StandIn(EndpointOptions options, WebApplication application)
    {
        _options = options;
        _application = application;
        _computation = options.Parallel > 0 ? new SemaphoreSlim(options.Parallel) : null;
        _chunk = Encoding.UTF8.GetBytes($"data: {{\"id\":\"c\",\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"{new string('x', options.ChunkLength)}\"}},\"finish_reason\":null}}]}}\n\n");
        _wholeStream = [.. Enumerable.Repeat(_chunk, options.Chunks).SelectMany(bytes => bytes), .. LastEvents];
    }

    /// <summary>Where it listens.</summary>
    public string Url => _application.Urls.First();

    /// <summary>Requests so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Computations so far: fewer than requests where answers were reused.</summary>
    public int Computations => Volatile.Read(ref _computations);

    private static byte[] LastEvents => [.. "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"u8, .. "data: [DONE]\n\n"u8];

    private int _computations;

    /// <summary>Starts an endpoint.</summary>
    public static async Task<StandIn> StartAsync(EndpointOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls($"http://127.0.0.1:{options.Port}");
        var application = builder.Build();
        var endpoint = new StandIn(options, application);
        application.Run(endpoint.AnswerAsync);
        await application.StartAsync();
        return endpoint;
    }

    /// <summary>Waits for the end of the process.</summary>
    public Task WaitAsync() => _application.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(new CancellationToken(canceled: true));
        await _application.DisposeAsync();
        _computation?.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.WriteAsync("{\"object\":\"list\",\"data\":[{\"id\":\"stand-in\"}]}");
            return;
        }

        var number = Interlocked.Increment(ref _requests);
        var isVideo = context.Request.Path.Value?.EndsWith("/videos/generations", StringComparison.Ordinal) is true;
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (_options.HangAfter > 0 && number > _options.HangAfter)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        if (_options.FailEvery > 0 && number % _options.FailEvery == 0)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync("out of order");
            return;
        }

        var isStreaming = body.Contains("\"stream\":true", StringComparison.Ordinal);
        if (isVideo)
        {
            await ComputedAsync(body, context);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync($"{{\"video_id\":\"v{number}\",\"video_path\":\"/videos/{number}.mp4\"}}");
        }
        else if (isStreaming)
        {
            await StreamAsync(body, context, isDropped: _options.DropEvery > 0 && number % _options.DropEvery == 0);
        }
        else
        {
            await ComputedAsync(body, context);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(
                $"{{\"id\":\"c\",\"choices\":[{{\"index\":0,\"message\":{{\"role\":\"assistant\",\"content\":\"{new string('x', _options.Chunks * _options.ChunkLength)}\"}},\"finish_reason\":\"stop\"}}],\"usage\":{{\"completion_tokens\":{_options.Chunks}}}}}");
        }
    }

    private async Task StreamAsync(string body, HttpContext context, bool isDropped)
    {
        context.Response.ContentType = "text/event-stream";
        if (_options is { Cache: CacheKind.Exact, LooksUpOnDequeue: false } && await IsKnownAsync(body, context.RequestAborted))
        {
            await context.Response.Body.WriteAsync(_wholeStream, context.RequestAborted);
            return;
        }

        if (_options.Cache is CacheKind.Coalesce)
        {
            await FollowAsync(body, context);
            return;
        }

        if (_options is { FlushesEachChunk: false, SendsMalformedEvents: false } && !isDropped)
        {
            await ComputeAsync(body, context.RequestAborted);
            await context.Response.Body.WriteAsync(_wholeStream, context.RequestAborted);
            return;
        }

        await EnterAsync(context.RequestAborted);
        try
        {
            if (_options is { Cache: CacheKind.Exact, LooksUpOnDequeue: true } && await IsKnownAsync(body, context.RequestAborted))
            {
                await context.Response.Body.WriteAsync(_wholeStream, context.RequestAborted);
                return;
            }

            await PrefillAsync(body, context.RequestAborted);
            for (var chunk = 0; chunk < _options.Chunks; chunk++)
            {
                if (chunk > 0)
                {
                    await PauseAsync(_options.PerToken, context.RequestAborted);
                }

                if (isDropped && chunk == _options.Chunks / 2)
                {
                    context.Abort();
                    return;
                }

                await context.Response.Body.WriteAsync(_chunk, context.RequestAborted);
                if (_options.SendsMalformedEvents && chunk == 0)
                {
                    await context.Response.WriteAsync("data: {\"choices\": [}\n\n", context.RequestAborted);
                }

                if (_options.FlushesEachChunk)
                {
                    await context.Response.Body.FlushAsync(context.RequestAborted);
                }
            }
        }
        finally
        {
            _computation?.Release();
        }

        Remember(body);
        await context.Response.Body.WriteAsync(LastEvents, context.RequestAborted);
    }

    // Streams what one computation yields to all who asked for the same while it goes on.
    private async Task FollowAsync(string body, HttpContext context)
    {
        var shared = Join(body);
        for (var chunk = 0; chunk < _options.Chunks; chunk++)
        {
            await shared.WaitAsync(chunk, context.RequestAborted);
            await context.Response.Body.WriteAsync(_chunk, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }

        await context.Response.Body.WriteAsync(LastEvents, context.RequestAborted);
    }

    private SharedComputation Join(string body)
    {
        lock (_computing)
        {
            if (!_computing.TryGetValue(body, out var shared))
            {
                _computing[body] = shared = new SharedComputation(_options.Chunks);
                _ = ComputeSharedAsync(body, shared);
            }

            return shared;
        }
    }

    private async Task ComputeSharedAsync(string body, SharedComputation shared)
    {
        await EnterAsync(CancellationToken.None);
        try
        {
            await PrefillAsync(body, CancellationToken.None);
            for (var chunk = 0; chunk < _options.Chunks; chunk++)
            {
                if (chunk > 0)
                {
                    await PauseAsync(_options.PerToken, CancellationToken.None);
                }

                if (chunk == _options.Chunks - 1)
                {
                    // Nothing is kept: whoever comes now is computed for anew.
                    lock (_computing)
                    {
                        _computing.Remove(body);
                    }
                }

                shared.Finish(chunk);
            }
        }
        finally
        {
            _computation?.Release();
        }
    }

    private async Task<bool> IsKnownAsync(string body, CancellationToken stop)
    {
        if (!_answers.ContainsKey(body))
        {
            return false;
        }

        await PauseAsync(_options.LookUp, stop);
        return true;
    }

    private void Remember(string body)
    {
        if (_options.Cache is CacheKind.Exact)
        {
            _answers.TryAdd(body, true);
        }
    }

    // The whole answer, computed or taken from wherever the kind of cache keeps it.
    private async Task ComputedAsync(string body, HttpContext context)
    {
        switch (_options.Cache)
        {
            case CacheKind.Exact when !_options.LooksUpOnDequeue && await IsKnownAsync(body, context.RequestAborted):
                return;

            case CacheKind.Coalesce:
                await Join(body).WaitAsync(_options.Chunks - 1, context.RequestAborted);
                return;

            default:
                await ComputeAsync(body, context.RequestAborted);
                return;
        }
    }

    private async Task ComputeAsync(string body, CancellationToken stop)
    {
        await EnterAsync(stop);
        try
        {
            if (_options is { Cache: CacheKind.Exact, LooksUpOnDequeue: true } && await IsKnownAsync(body, stop))
            {
                return;
            }

            await PrefillAsync(body, stop);
            await PauseAsync(_options.PerToken * Math.Max(0, _options.Chunks - 1), stop);
            Remember(body);
        }
        finally
        {
            _computation?.Release();
        }
    }

    private async Task EnterAsync(CancellationToken stop)
    {
        if (_computation is not null)
        {
            await _computation.WaitAsync(stop);
        }
    }

    private async Task PrefillAsync(string body, CancellationToken stop)
    {
        Interlocked.Increment(ref _computations);
        if (_options.Cache is CacheKind.Prefix && !_prefixes.TryAdd(Prompt(body), true))
        {
            return;
        }

        await PauseAsync(_options.Prefill, stop);
    }

    private static string Prompt(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("messages", out var messages) ? messages.GetRawText() : body;
    }

    private static Task PauseAsync(TimeSpan time, CancellationToken stop) => time > TimeSpan.Zero ? Task.Delay(time, stop) : Task.CompletedTask;
}
