namespace MlPerf.Endpoints.Rules.Builtin.Shared;

/// <summary>The data files that are embedded in this assembly.</summary>
internal static class EmbeddedData
{
    /// <summary>The bytes of a file below <c>Data/</c>, by its path from there: <c>v1.0/point-limits.json</c>.</summary>
    public static ReadOnlyMemory<byte> Read(string name)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream($"data/{name}")
            ?? throw new InvalidOperationException($"The data file {name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
