using System.Collections.Immutable;

namespace MlPerf.Endpoints.Testing.Building;

/// <summary>The sample submissions that this package carries.</summary>
public static class Samples
{
    private const string Prefix = "samples/";

    /// <summary>Names of the samples: <c>v1.0/standardized</c>, <c>v1.0/rdi</c>, <c>v0.7/readme</c> …</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. Resources().Select(name => name[Prefix.Length..].Split('/')).Where(parts => parts.Length > 2).Select(parts => $"{parts[0]}/{parts[1]}").Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The files of a sample by path relative to its root.</summary>
    /// <exception cref="ArgumentException">There is no sample of this name.</exception>
    public static ImmutableSortedDictionary<string, byte[]> Files(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var folder = $"{Prefix}{name}/";
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        foreach (var resource in Resources().Where(resource => resource.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var stream = typeof(Samples).Assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files[resource[folder.Length..]] = bytes;
        }

        return files.Count > 0 ? files.ToImmutable() : throw new ArgumentException($"There is no sample '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
    }

    // Resource names keep the separators of the system that built the package.
    private static IEnumerable<string> Resources()
        => typeof(Samples).Assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/')).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));
}
