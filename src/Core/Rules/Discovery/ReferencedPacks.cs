using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>The packs that the running application references: marked libraries that its deps.json lists as depending on Core.</summary>
internal static class ReferencedPacks
{
    private static readonly Lazy<RuleCatalogue> Shared = new(() => Build(null));

    /// <summary>Whether the application's libraries are listed in a file and can be loaded by name. Where it is trimmed or compiled natively, a guard is false whatever stands here.</summary>
    [FeatureGuard(typeof(RequiresUnreferencedCodeAttribute))]
    [UnconditionalSuppressMessage("Trimming", "IL4000", Justification = "Who trims answers the guard with false; only who does not comes to the property itself.")]
    private static bool IsSupported => RuntimeFeature.IsDynamicCodeSupported;

    /// <summary>The catalogue of the referenced packs; the one with built-in data is found once.</summary>
    /// <exception cref="RulePackLoadException">There is none, or one cannot be used.</exception>
    public static RuleCatalogue Catalogue(string? dataFolder) => dataFolder is null ? Shared.Value : Build(dataFolder);

    /// <summary>Adds the referenced packs to a builder.</summary>
    /// <exception cref="RulePackLoadException">There is none, or one cannot be loaded.</exception>
    public static void AddTo(RuleCatalogueBuilder builder)
    {
        if (!IsSupported)
        {
            throw new RulePackLoadException(
                "A native or trimmed application has no list of its libraries, so their rule packs cannot be found. Hand a catalogue over: "
                + "new SubmissionChecker(path, catalogue: new RuleCatalogueBuilder().AddRulesFrom(BuiltinRules.Index).Build()), with the index of each pack.");
        }

        var found = false;
        foreach (var name in ReferencedLibraries.DependingOnCore())
        {
            var assembly = Load(name);
            if (IsPack(assembly))
            {
                builder.AddRulesFrom(assembly);
                found = true;
            }
        }

        if (!found)
        {
            throw new RulePackLoadException(
                "No rule pack was found among the libraries of this application, and a checker without rules would pass everything. "
                + "Reference MlPerf.Endpoints.Rules.Builtin; a single-file or trimmed application passes a catalogue made with RuleCatalogueBuilder.");
        }
    }

    /// <summary>The marked assemblies, by name.</summary>
    public static IReadOnlyList<Assembly> Assemblies()
        => [.. ReferencedLibraries.DependingOnCore().Select(Load).Where(IsPack)];

    private static RuleCatalogue Build(string? dataFolder)
    {
        var builder = new RuleCatalogueBuilder().UseDataFolder(dataFolder);
        AddTo(builder);
        return builder.Build();
    }

    private static bool IsPack(Assembly assembly) => assembly.IsDefined(typeof(RulePackAttribute), inherit: false);

    private static Assembly Load(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (Exception failure) when (failure is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new RulePackLoadException($"The library '{name}', which depends on the checker, cannot be loaded: {failure.Message}", name, failure);
        }
    }
}
