namespace MlPerf.Endpoints.Core.Sources;

/// <summary>A file's bytes, or why they could not be had.</summary>
/// <param name="Bytes">The content; empty where there is a problem.</param>
/// <param name="Problem">Why the file could not be read; null where it was.</param>
public readonly record struct SourceContent(ReadOnlyMemory<byte> Bytes, SourceProblem? Problem = null);
