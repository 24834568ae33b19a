namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>One file of a bundle.</summary>
/// <param name="Path">Its path, the organisation's folder first.</param>
/// <param name="LengthBytes">Its size in bytes.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
public sealed record ManifestFile(string Path, long LengthBytes, string Sha256);
