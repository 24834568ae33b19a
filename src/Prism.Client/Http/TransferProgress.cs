namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>How far an upload or download is.</summary>
/// <param name="Bytes">Bytes moved so far; falls back to 0 when a transfer is begun anew.</param>
/// <param name="TotalBytes">Bytes to move in all; null where the other side does not say.</param>
public readonly record struct TransferProgress(long Bytes, long? TotalBytes);
