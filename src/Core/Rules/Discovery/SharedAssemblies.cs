using System.Reflection;
using System.Runtime.Loader;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>The assemblies that packs share with their host: Core, and those whose types stand in Core's public signatures.</summary>
internal static class SharedAssemblies
{
    public const string Core = "MlPerf.Endpoints.Core";

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        Core,
        "Microsoft.Extensions.Configuration.Abstractions",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Primitives",
    };

    public static bool Contains(string simpleName) => Names.Contains(simpleName);

    /// <summary>The host's copy, in whatever version it is.</summary>
    public static Assembly? Find(string simpleName)
    {
        if (string.Equals(simpleName, Core, StringComparison.OrdinalIgnoreCase))
        {
            return typeof(SharedAssemblies).Assembly;
        }

        var host = AssemblyLoadContext.GetLoadContext(typeof(SharedAssemblies).Assembly) ?? AssemblyLoadContext.Default;
        return host.LoadFromAssemblyName(new AssemblyName(simpleName));
    }
}
