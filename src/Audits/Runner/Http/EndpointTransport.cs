using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Runner.Adapters;

namespace MlPerf.Endpoints.Audits.Runner.Http;

/// <summary>Sends requests as the benchmark tool does: HTTP/1.1, kept alive, no redirect, no proxy, no decompression, the same head (audits, section 11.1).</summary>
internal sealed class EndpointTransport : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue AcceptJson = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue AcceptEvents = new("text/event-stream");

    private readonly SocketsHttpHandler _handler;
    private readonly HttpMessageInvoker _invoker;
    private readonly Uri[] _targets;
    private readonly string[] _hosts;
    private readonly AuthenticationHeaderValue? _authorization;
    private int _turn = -1;

    /// <summary>Makes a transport.</summary>
    /// <param name="benchmark">The configuration.</param>
    /// <param name="adapter">The kind of API.</param>
    /// <param name="connect">Connects in place of the system's own way; null for that.</param>
    public EndpointTransport(BenchmarkConfiguration benchmark, IEndpointAdapter adapter, Func<DnsEndPoint, CancellationToken, ValueTask<Stream>>? connect = null)
    {
        var settings = benchmark.Settings;
        _handler = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            MaxConnectionsPerServer = settings.MaxConnections.Sign > 0 && settings.MaxConnections < int.MaxValue ? (int)settings.MaxConnections : int.MaxValue,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(Math.Clamp(settings.MaxIdleTimeS, 0.001, 86_400)),
            UseCookies = false,
            UseProxy = false,
            PlaintextStreamFilter = static (context, _) => new ValueTask<Stream>(new HeadOrderStream(context.PlaintextStream)),
            ConnectCallback = connect is null ? ConnectAsync : (context, stop) => connect(context.DnsEndPoint, stop),
        };
        if (settings.Insecure)
        {
#pragma warning disable CA5359 // The configuration asks for it in so many words (settings.client.insecure), for endpoints with certificates of their own.
            _handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true };
#pragma warning restore CA5359
        }

        _invoker = new HttpMessageInvoker(_handler);
        _targets = [.. benchmark.Endpoint.Endpoints.Select(endpoint => Target(endpoint, adapter.Route))];
        _hosts = [.. _targets.Select(target => target.Port is 80 or 443 ? target.IdnHost : $"{target.IdnHost}:{target.Port}")];
        _authorization = benchmark.Endpoint.ApiKey is { } key ? new AuthenticationHeaderValue("Bearer", key) : null;
    }

    /// <summary>The number of endpoints.</summary>
    public int Targets => _targets.Length;

    /// <summary>The endpoint of the next request: several are used in turn.</summary>
    public int NextTurn() => _targets.Length == 1 ? 0 : (int)((uint)Interlocked.Increment(ref _turn) % (uint)_targets.Length);

    /// <summary>Makes a request without a body yet. The order of the head's lines follows from the order here.</summary>
    public HttpRequestMessage MakeRequest(int turn, bool isStreaming, out BodyContent content)
    {
        content = new BodyContent(Json);
        var request = new HttpRequestMessage(HttpMethod.Post, _targets[turn]) { Content = content };
        request.Headers.Host = _hosts[turn];
        request.Headers.Authorization = _authorization;
        request.Headers.Accept.Add(isStreaming ? AcceptEvents : AcceptJson);
        return request;
    }

    /// <summary>Sends a request; the answer's body is not read yet.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop) => _invoker.SendAsync(request, stop);

    /// <summary>Reads a small document of the first endpoint; null where there is none within the time.</summary>
    public async Task<string?> TryGetAsync(string route, TimeSpan patience, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_targets[0], route));
            request.Headers.Host = _hosts[0];
            request.Headers.Authorization = _authorization;
            request.Headers.Accept.Add(AcceptJson);
            using var response = await _invoker.SendAsync(request, limit.Token).ConfigureAwait(false);
            return response.StatusCode is HttpStatusCode.OK ? await response.Content.ReadAsStringAsync(limit.Token).ConfigureAwait(false) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether something listens at every endpoint; the name of the first where nothing does.</summary>
    public async Task<string?> FindUnreachableAsync(TimeSpan patience, CancellationToken stop)
    {
        if (_handler.ConnectCallback != ConnectAsync)
        {
            return null;
        }

        foreach (var target in _targets)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(patience);
            try
            {
                var stream = await ConnectAsync(new DnsEndPoint(target.IdnHost, target.Port), limit.Token).ConfigureAwait(false);
                await stream.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is SocketException or IOException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
            {
                return target.GetLeftPart(UriPartial.Authority);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _invoker.Dispose();
        _handler.Dispose();
    }

    internal static Uri Target(string endpoint, string route) => new($"{endpoint.TrimEnd('/')}/{route}");

    private static ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop) => ConnectAsync(context.DnsEndPoint, stop);

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
