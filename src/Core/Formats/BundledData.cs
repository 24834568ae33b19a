namespace MlPerf.Endpoints.Core.Formats;

/// <summary>The data files that are embedded in this assembly: what a check reads besides the submission.</summary>
internal static class BundledData
{
    /// <summary>The bytes of a file below <c>Data/</c>, by its path from there: <c>v1.0/seed-sets.yaml</c>.</summary>
    public static ReadOnlyMemory<byte> Read(string name)
    {
        using var stream = typeof(BundledData).Assembly.GetManifestResourceStream($"data/{name}")
            ?? throw new InvalidOperationException($"The data file {name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
