using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>The packs that the running application references: marked libraries that its deps.json lists as depending on Core.</summary>
internal static class ReferencedPacks
{
    private static readonly Lazy<RuleCatalogue> Shared = new(() => Build(null));

    /// <summary>The catalogue of the referenced packs; the one with built-in data is found once.</summary>
    /// <exception cref="RulePackLoadException">There is none, or one cannot be used.</exception>
    public static RuleCatalogue Catalogue(string? dataFolder) => dataFolder is null ? Shared.Value : Build(dataFolder);

    /// <summary>Adds the referenced packs to a builder.</summary>
    /// <exception cref="RulePackLoadException">There is none, or one cannot be loaded.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A trimmed application has no deps.json entries left to find; the message then says to register explicitly.")]
    public static void AddTo(RuleCatalogueBuilder builder)
    {
        var found = false;
        foreach (var assembly in Assemblies())
        {
            builder.AddRulesFrom(assembly);
            found = true;
        }

        if (!found)
        {
            throw new RulePackLoadException(
                "No rule pack was found among the libraries of this application, and a checker without rules would pass everything. "
                + "Reference MlPerf.Endpoints.Rules.Builtin; a single-file or trimmed application passes a catalogue made with RuleCatalogueBuilder.");
        }
    }

    private static RuleCatalogue Build(string? dataFolder)
    {
        var builder = new RuleCatalogueBuilder().UseDataFolder(dataFolder);
        AddTo(builder);
        return builder.Build();
    }

    /// <summary>The marked assemblies, by name.</summary>
    public static IReadOnlyList<Assembly> Assemblies()
    {
        var assemblies = new List<Assembly>();
        var names = new List<string>(NamesFromDepsFiles());
        names.Sort(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (Load(name) is { } assembly && assembly.IsDefined(typeof(RulePackAttribute), inherit: false))
            {
                assemblies.Add(assembly);
            }
        }

        return assemblies;
    }

    private static HashSet<string> NamesFromDepsFiles()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(OperatingSystem.IsWindows() ? [';'] : [';', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!file.EndsWith(".deps.json", StringComparison.OrdinalIgnoreCase) || !File.Exists(file))
            {
                continue;
            }

            foreach (var target in RuleDataValue.Parse(File.ReadAllBytes(file))["targets"].Members)
            {
                foreach (var library in target.Members)
                {
                    if (library.Find("dependencies") is { } dependencies && DependsOn(dependencies))
                    {
                        AddAssemblies(library, names);
                    }
                }
            }
        }

        return names;
    }

    // Core appears by its package id, which is its assembly name, or by its project name inside this repository.
    private static bool DependsOn(RuleDataValue dependencies)
        => dependencies.Find(SharedAssemblies.Core) is not null || dependencies.Find("Core") is not null;

    private static void AddAssemblies(RuleDataValue library, HashSet<string> names)
    {
        if (library.Find("runtime") is { } runtime)
        {
            foreach (var asset in runtime.Members)
            {
                names.Add(Path.GetFileNameWithoutExtension(asset.Name));
            }
        }
    }

    private static Assembly? Load(string name)
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
