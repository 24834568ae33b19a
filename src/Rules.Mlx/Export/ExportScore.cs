using System.Numerics;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>One score of an accuracy run on its way into an envelope.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Metric">The metric as spelled.</param>
/// <param name="Value">The score as spelled.</param>
internal sealed record ExportScore(string Dataset, string Metric, double Value)
{
    /// <summary>Whether the score has no name of its own.</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>Whether the client computed it on the performance run itself.</summary>
    public bool IsInline { get; init; }

    public string DatasetType { get; init; } = "";

    public BigInteger? Samples { get; init; }

    public BigInteger? Repeats { get; init; }
}
