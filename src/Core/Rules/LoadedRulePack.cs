using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using MlPerf.Endpoints.Core.Rules.Discovery;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>A rule pack loaded from a file, with private dependencies of its own beside it; Core and what its public signatures name come from the host.</summary>
/// <remarks>Disposing lets go of the pack; its memory is freed once nothing of it is referenced any more, catalogues and reports included.</remarks>
public sealed class LoadedRulePack : IDisposable
{
    private PackLoadContext? _context;

    private LoadedRulePack(string file, PackLoadContext context, Assembly assembly)
    {
        File = file;
        _context = context;
        Assembly = assembly;
    }

    /// <summary>The file as it was named.</summary>
    public string File { get; }

    /// <summary>The pack's assembly, for <see cref="RuleCatalogueBuilder.AddRulesFrom(System.Reflection.Assembly)"/>.</summary>
    public Assembly Assembly { get; }

    /// <summary>Loads a pack from its file.</summary>
    /// <param name="file">The pack's assembly; its dependencies stand beside it, and its deps.json says which they are.</param>
    /// <exception cref="RulePackLoadException">The file is missing, is no assembly, was built for another contract version, brings its own copy of Core, or needs what is not there.</exception>
    [RequiresUnreferencedCode("Loads an assembly that trimming has not seen.")]
    public static LoadedRulePack Load(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var path = Path.GetFullPath(file);
        PackInspection.Inspect(file, path);
        var context = new PackLoadContext(path);
        try
        {
            return new LoadedRulePack(file, context, context.LoadFromAssemblyPath(path));
        }
        catch (Exception failure) when (failure is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            context.Unload();
            throw new RulePackLoadException($"The rule pack {file} cannot be loaded: {failure.Message}", file, failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _context?.Unload();
        _context = null;
    }
}
