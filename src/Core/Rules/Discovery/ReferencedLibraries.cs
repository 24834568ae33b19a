using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>The libraries of the running application, as its deps.json lists them.</summary>
internal static class ReferencedLibraries
{
    /// <summary>The assemblies of the libraries that depend on Core, by name.</summary>
    /// <exception cref="RulePackLoadException">A deps.json cannot be read.</exception>
    public static IReadOnlyList<string> DependingOnCore()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in DepsFiles())
        {
            var (bytes, problem) = GivenFile.Read(file, ReadLimits.Default.MaxFileBytes);
            if (problem is null)
            {
                AddAssemblies(file, bytes, names);
            }
            else if (problem.Kind is not SourceProblemKind.Missing)
            {
                throw new RulePackLoadException($"The list of this application's libraries, {file}, cannot be read: {problem.Detail}. Without it no rule pack is found.", file);
            }
        }

        return [.. names];
    }

    // The application's own, and those of libraries that are added at start. That of the framework lists no pack.
    private static IEnumerable<string> DepsFiles()
    {
        var framework = AppContext.GetData("FX_DEPS_FILE") as string;
        return (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split([';', Path.PathSeparator])
            .Where(file => file.EndsWith(".deps.json", StringComparison.OrdinalIgnoreCase) && !string.Equals(file, framework, StringComparison.Ordinal));
    }

    private static void AddAssemblies(string file, ReadOnlyMemory<byte> depsJson, SortedSet<string> names)
    {
        try
        {
            foreach (var target in RuleDataValue.Parse(depsJson)["targets"].Members)
            {
                foreach (var library in target.Members)
                {
                    if (library.Find("dependencies") is { } dependencies && DependsOnCore(dependencies) && library.Find("runtime") is { } runtime)
                    {
                        foreach (var asset in runtime.Members)
                        {
                            names.Add(Path.GetFileNameWithoutExtension(asset.Name));
                        }
                    }
                }
            }
        }
        catch (FormatException failure)
        {
            throw new RulePackLoadException($"The list of this application's libraries, {file}, is not as the .NET SDK writes it: {failure.Message} Build the application again.", file, failure);
        }
    }

    // Core appears by its package id, which is its assembly name, or by its project name inside this repository.
    private static bool DependsOnCore(RuleDataValue dependencies)
        => dependencies.Find(SharedAssemblies.Core) is not null || dependencies.Find("Core") is not null;
}
