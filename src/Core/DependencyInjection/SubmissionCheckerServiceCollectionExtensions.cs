using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.DependencyInjection;

/// <summary>Registers the checker in a container.</summary>
public static class SubmissionCheckerServiceCollectionExtensions
{
    /// <summary>Adds <see cref="SubmissionCheckerFactory"/> and what it needs. May be called twice.</summary>
    /// <param name="services">The container's services. Logging is used where the host has it.</param>
    /// <param name="configure">Changes the options.</param>
    /// <example><code>
    /// services.AddSubmissionChecker(options => options.Strict = true);
    /// var report = provider.GetRequiredService&lt;SubmissionCheckerFactory&gt;().Create("/submissions/acme_corp").Run();
    /// </code></example>
    public static SubmissionCheckerBuilder AddSubmissionChecker(this IServiceCollection services, Action<CheckerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CheckerOptions>, CheckerOptionsValidator>());
        var selection = services.Select(service => service.ImplementationInstance).OfType<RuleSelection>().FirstOrDefault();
        if (selection is null)
        {
            selection = new RuleSelection();
            services.AddSingleton(selection);
        }

        services.TryAddSingleton<RuleCatalogue>(provider => provider.GetRequiredService<RuleSelection>().Build(provider));
        services.TryAddSingleton<SubmissionCheckerFactory>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return new SubmissionCheckerBuilder(services, selection);
    }
}
