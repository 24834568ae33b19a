using Microsoft.Extensions.Options;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>Puts the key on calls of the API.</summary>
internal sealed class PrismAuthenticationHandler(IOptions<PrismClientOptions> options) : DelegatingHandler
{
    public const string HeaderName = "X-API-Key";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!PrismAddress.TryAcceptToken(options.Value.Token, out var token))
        {
            throw new PrismException(
                PrismErrorKind.MissingToken,
                "There is no usable API key: set PRISM_USER_API_TOKEN, or give --token or --token-stdin. A key consists of visible ASCII characters.");
        }

        request.Headers.TryAddWithoutValidation(HeaderName, token);
        return base.SendAsync(request, cancellationToken);
    }
}
