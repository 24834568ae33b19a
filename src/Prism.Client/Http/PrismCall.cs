namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>One call of the API.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">Path and query, as text behind the base address.</param>
/// <param name="Body">JSON body; null for none.</param>
internal sealed record PrismCall(HttpMethod Method, string Path, ReadOnlyMemory<byte>? Body = null)
{
    /// <summary>What messages say of the call.</summary>
    public string Name => $"{Method} {(Path.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? Path[..query] : Path)}";

    /// <summary>Whether it may be made again without asking: it changes nothing.</summary>
    public bool IsRepeatable => Method == HttpMethod.Get;
}
