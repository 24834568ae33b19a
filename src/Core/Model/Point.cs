using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A point whose configuration loaded.</summary>
public partial class Point : PointFolder
{
    /// <summary>The configuration.</summary>
    public required PointConfig Config { get; init; }

    /// <summary>The declared concurrency: requests in flight.</summary>
    public BigInteger Concurrency => Config.Concurrency;

    /// <summary>The region in which the declared concurrency lies; null where it lies in none or the regions are unknown.</summary>
    public Region? Region => Curve.Regions.Value?.Classify(Concurrency);

    /// <summary>The detail file that v0.7 readme asks for beside the summary; null in other dialects.</summary>
    public ExpectedEntry? DetailFile { get; init; }
}
