namespace MlPerf.Endpoints.Tools;

/// <summary>A command needs what a native tool cannot do: <see cref="ManagedHandover"/> runs it again, from the start.</summary>
/// <param name="need">What is needed, the subject of a sentence: "--rules", "A Parquet dataset".</param>
internal sealed class ManagedBuildException(string need) : Exception(need);
