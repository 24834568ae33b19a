namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>What an address at Hugging Face says of a model.</summary>
/// <param name="Name"><c>organisation/name</c>.</param>
/// <param name="Revision">The revision; null where the address names none.</param>
internal sealed record ModelAddress(string Name, string? Revision)
{
    // Their sites; data sets and spaces are no models.
    private static readonly string[] Hosts = ["huggingface.co", "www.huggingface.co", "hf.co"];
    private static readonly string[] OtherThings = ["datasets", "spaces", "docs", "api"];

    public static ModelAddress? Parse(string? link)
    {
        if (link is null || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || !Hosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 || OtherThings.Contains(parts[0], StringComparer.Ordinal) ? null
            : new ModelAddress($"{parts[0]}/{parts[1]}", parts is [_, _, "tree", var revision, ..] ? Uri.UnescapeDataString(revision) : null);
    }
}
