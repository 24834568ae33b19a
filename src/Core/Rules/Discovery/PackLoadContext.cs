using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>The world of one pack: its own dependencies first, but for Core and every assembly that Core's public signatures name, which are the host's.</summary>
internal sealed class PackLoadContext(string packFile) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(packFile), isCollectible: true)
{
    private readonly AssemblyDependencyResolver _resolver = new(packFile);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Reached only through LoadedRulePack.Load, which carries the warning.")]
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // By simple name: a pack built against another build of a shared assembly must see the host's types.
        if (assemblyName.Name is { } name && SharedAssemblies.Contains(name))
        {
            return SharedAssemblies.Find(name);
        }

        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
        => _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
