using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>One server for all replays: each has paths of its own, <c>/n/api</c> and <c>/n/storage</c>.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, ReplaySession> _sessions = new(StringComparer.Ordinal);
    private int _next;

    private ReplayServer(WebApplication application) => _application = application;

    public string Address { get; private set; } = "";

    public static async Task<ReplayServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var application = builder.Build();
        var server = new ReplayServer(application);
        application.Run(server.AnswerAsync);
        await application.StartAsync();
        server.Address = application.Urls.Single();
        return server;
    }

    public ReplaySession Open(Func<string, string, ReplaySession> create)
    {
        var id = Interlocked.Increment(ref _next).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var session = create($"{Address}/{id}/api", $"{Address}/{id}/storage");
        _sessions[id] = session;
        return session;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var raw = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var parts = raw.Split('?', 2);
        var path = parts[0].Split('/', 4);
        return _sessions[path[1]].AnswerAsync(context, path[2], "/" + (path.Length > 3 ? path[3] : ""));
    }
}
