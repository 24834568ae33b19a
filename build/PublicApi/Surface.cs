using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MlPerf.Endpoints.PublicApi;

/// <summary>The size of what users of the packages can refer to.</summary>
internal static class Surface
{
    public static int Count(string folder)
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "MlPerf.Endpoints.*.dll").Order(StringComparer.Ordinal))
        {
            var package = Path.GetFileNameWithoutExtension(file);
            if (package is "MlPerf.Endpoints.Testing")
            {
                continue;
            }

            var types = ExportedTypes(file);
            Console.WriteLine($"{package} {types}");
            count += types;
        }

        return count;
    }

    // Nested types have visibilities of their own, so that Public says top-level too.
    private static int ExportedTypes(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return metadata.TypeDefinitions.Count(handle => (metadata.GetTypeDefinition(handle).Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public);
    }
}
