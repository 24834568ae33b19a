using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;

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
        foreach (var name in NamesFromDepsFiles().Order(StringComparer.Ordinal))
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
        var core = typeof(ReferencedPacks).Assembly.GetName().Name!;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(OperatingSystem.IsWindows() ? [';'] : [';', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!file.EndsWith(".deps.json", StringComparison.OrdinalIgnoreCase) || !File.Exists(file))
            {
                continue;
            }

            using var deps = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var target in deps.RootElement.GetProperty("targets").EnumerateObject())
            {
                foreach (var library in target.Value.EnumerateObject())
                {
                    if (library.Value.TryGetProperty("dependencies", out var dependencies) && DependsOn(dependencies, core))
                    {
                        AddAssemblies(library, names);
                    }
                }
            }
        }

        return names;
    }

    // Core appears by its package id, which is its assembly name, or by its project name inside this repository.
    private static bool DependsOn(JsonElement dependencies, string core)
        => dependencies.TryGetProperty(core, out _) || dependencies.TryGetProperty("Core", out _);

    private static void AddAssemblies(JsonProperty library, HashSet<string> names)
    {
        if (library.Value.TryGetProperty("runtime", out var runtime))
        {
            foreach (var asset in runtime.EnumerateObject())
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
