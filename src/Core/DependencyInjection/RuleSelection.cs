using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Rules.Discovery;

namespace MlPerf.Endpoints.Core.DependencyInjection;

/// <summary>What a host asked for, until the container makes the catalogue of it.</summary>
internal sealed class RuleSelection
{
    public Dictionary<object, Action<RuleCatalogueBuilder>> Rules { get; } = [];

    public List<Action<RuleCatalogueBuilder>> Data { get; } = [];

    public RuleCatalogue Build(IServiceProvider services)
    {
        var registered = services.GetServices<IComplianceRule>().ToList();
        var builder = new RuleCatalogueBuilder();
        if (Rules.Count == 0 && registered.Count == 0)
        {
            ReferencedPacks.AddTo(builder);
        }

        foreach (var add in Rules.Values.Concat(Data))
        {
            add(builder);
        }

        foreach (var rule in registered)
        {
            builder.AddRule(rule);
        }

        return builder.UseDataFolder(services.GetRequiredService<IOptions<CheckerOptions>>().Value.DataFolder).Build(services);
    }
}
