using System.Collections.Immutable;
using System.Numerics;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>One entry of <c>datasets</c>.</summary>
/// <param name="Name">Its name; the file's stem where the entry gives none.</param>
/// <param name="IsPerformance">Whether it is of type <c>performance</c>; otherwise <c>accuracy</c>.</param>
/// <param name="Path">The file.</param>
public sealed record DatasetConfiguration(string Name, bool IsPerformance, string Path)
{
    /// <summary>The format, an extension with its dot; null for that of the file.</summary>
    public string? Format { get; init; }

    /// <summary>A limit on rows that the benchmark tool applies nowhere, and neither do we (deviation D10).</summary>
    public BigInteger? Samples { get; init; }

    /// <summary>Columns to rename: target and source.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Parser { get; init; } = [];
}
