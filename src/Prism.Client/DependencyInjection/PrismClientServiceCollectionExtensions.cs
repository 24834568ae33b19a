using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MlPerf.Endpoints.Prism.Client.Http;

namespace MlPerf.Endpoints.Prism.Client.DependencyInjection;

/// <summary>Registers <see cref="PrismClient"/> with its HTTP clients.</summary>
public static class PrismClientServiceCollectionExtensions
{
    /// <summary>Adds the client; may be called twice without harm.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options.</param>
    public static IServiceCollection AddPrismClient(this IServiceCollection services, Action<PrismClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<PrismClientOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PrismClientOptions>, PrismClientOptionsValidator>());
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(PrismClient)))
        {
            return services;
        }

        services.TryAddTransient<PrismAuthenticationHandler>();
        services.TryAddTransient<PrismIdentityHandler>();

        // Built-in request logging is off: addresses of storage are signed, and headers hold the key.
        services.AddHttpClient(PrismClient.ApiClientName, NoTotalLimit)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider, DecompressionMethods.GZip | DecompressionMethods.Deflate))
            .AddHttpMessageHandler<PrismIdentityHandler>()
            .AddHttpMessageHandler<PrismAuthenticationHandler>()
            .RemoveAllLoggers();
        services.AddHttpClient(PrismClient.StorageClientName, NoTotalLimit)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider, DecompressionMethods.None))
            .AddHttpMessageHandler<PrismIdentityHandler>()
            .RemoveAllLoggers();
        services.AddSingleton(provider => new PrismClient(
            provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<IOptions<PrismClientOptions>>(), provider.GetService<TimeProvider>()));
        return services;
    }

    /// <summary>Adds the client with options bound by name from a configuration section.</summary>
    public static IServiceCollection AddPrismClient(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        services.AddPrismClient();
        services.AddOptions<PrismClientOptions>().Configure(options => PrismClientConfiguration.Apply(section, options));
        return services;
    }

    // Limits are between bytes (StallGuard); a total limit would end large transfers.
    private static void NoTotalLimit(HttpClient client) => client.Timeout = Timeout.InfiniteTimeSpan;

    private static SocketsHttpHandler Handler(IServiceProvider provider, DecompressionMethods decompression) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = decompression,
        ConnectTimeout = provider.GetRequiredService<IOptions<PrismClientOptions>>().Value.ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };
}
