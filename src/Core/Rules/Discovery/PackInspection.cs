using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>Looks at a pack's file before anything of it is loaded, so that a refusal can say what is wrong with it.</summary>
internal static class PackInspection
{
    /// <exception cref="RulePackLoadException">The file cannot serve as a rule pack.</exception>
    public static void Inspect(string file, string path)
    {
        if (!File.Exists(path))
        {
            throw new RulePackLoadException($"The rule pack {file} does not exist. Name the pack's .dll file.", file);
        }

        var built = ContractVersion(file, path);
        var host = typeof(PackInspection).Assembly.GetName().Version!;
        if (!IsCompatible(built, host))
        {
            throw new RulePackLoadException(
                $"The rule pack {file} was built for contract version {Show(built)}, but this checker has contract version {Show(host)}. "
                + (built > host ? "Use a newer checker, or build the pack against the older MlPerf.Endpoints.Core." : "Build the pack against this version of MlPerf.Endpoints.Core."),
                file);
        }

        var copy = Path.Combine(Path.GetDirectoryName(path)!, SharedAssemblies.Core + ".dll");
        if (File.Exists(copy))
        {
            throw new RulePackLoadException(
                $"The rule pack {file} brings its own copy of {SharedAssemblies.Core} beside it; the checker's own is the only one whose types it knows. "
                + $"Reference {SharedAssemblies.Core} with ExcludeAssets=\"runtime\" (or Private=\"false\" for a project), build again into an empty folder and load the pack from there.",
                file);
        }
    }

    /// <summary>A contract serves packs built for the same major version and no newer minor one; before 1.0 every minor version stands for itself.</summary>
    internal static bool IsCompatible(Version built, Version host)
        => built.Major == host.Major && (host.Major == 0 ? built.Minor == host.Minor : built.Minor <= host.Minor);

    private static string Show(Version version) => version.ToString(2);

    private static Version ContractVersion(string file, string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var image = new PEReader(stream);
            if (!image.HasMetadata)
            {
                throw NoAssembly(file, "it has no .NET metadata");
            }

            var metadata = image.GetMetadataReader();
            foreach (var handle in metadata.AssemblyReferences)
            {
                var reference = metadata.GetAssemblyReference(handle);
                if (metadata.StringComparer.Equals(reference.Name, SharedAssemblies.Core))
                {
                    return reference.Version;
                }
            }
        }
        catch (Exception failure) when (failure is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            throw NoAssembly(file, failure.Message, failure);
        }

        throw new RulePackLoadException($"{file} holds no rule: it does not reference {SharedAssemblies.Core}. A rule is a class that derives from ComplianceRule<TTarget>.", file);
    }

    private static RulePackLoadException NoAssembly(string file, string detail, Exception? cause = null)
        => new($"{file} is no .NET assembly ({detail.TrimEnd('.')}). Name the pack's .dll file.", file, cause);
}
