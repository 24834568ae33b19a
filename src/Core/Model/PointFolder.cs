using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A measurement point as it was found: a file <c>points/point_&lt;N&gt;.yaml</c> with its results (v0.7) or a folder <c>r&lt;N&gt;/</c> (v1.0).
/// One whose configuration loaded is a <see cref="Point"/>, one whose summary loaded too a <see cref="MeasuredPoint"/>.</summary>
/// <remarks><see cref="CheckTarget.Path"/> is the configuration file in v0.7 and the folder in v1.0.</remarks>
public partial class PointFolder : CheckTarget
{
    /// <summary>The number in the name; null where it names none (v0.7).</summary>
    public required BigInteger? NameNumber { get; init; }

    /// <summary>The configuration: <c>point_&lt;N&gt;.yaml</c>, <c>point.yaml</c>.</summary>
    public required FileReading<PointConfig> ConfigFile { get; init; }

    /// <summary>The result summary. In v0.7 its place follows from the configuration, and this is null where that did not load.</summary>
    public FileReading<ResultSummary>? SummaryFile { get; init; }

    /// <summary>The curve.</summary>
    public Curve Curve => (Curve)(Parent ?? throw new InvalidOperationException("The point belongs to no curve yet."));
}
