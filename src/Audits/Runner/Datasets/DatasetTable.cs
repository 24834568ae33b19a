namespace MlPerf.Endpoints.Audits.Runner.Datasets;

/// <summary>A dataset as loaded: its rows after renaming, and the hash of its file.</summary>
/// <param name="Rows">The rows; their order is the dataset's index.</param>
/// <param name="Sha256">SHA-256 of the file in lower-case hex.</param>
public sealed record DatasetTable(IReadOnlyList<DatasetRow> Rows, string Sha256);
