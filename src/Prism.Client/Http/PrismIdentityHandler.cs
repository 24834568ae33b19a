using System.Reflection;
using Microsoft.Extensions.Options;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>Says who we are.</summary>
internal sealed class PrismIdentityHandler(IOptions<PrismClientOptions> options) : DelegatingHandler
{
    private static readonly string Version = typeof(PrismIdentityHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (options.Value.UserAgent is { Length: > 0 } application)
        {
            request.Headers.UserAgent.TryParseAdd(application);
        }

        request.Headers.UserAgent.TryParseAdd($"MlPerf.Endpoints.Prism.Client/{Version}");
        request.Headers.Accept.TryParseAdd("*/*");
        return base.SendAsync(request, cancellationToken);
    }
}
