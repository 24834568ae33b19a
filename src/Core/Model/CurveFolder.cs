namespace MlPerf.Endpoints.Core.Model;

/// <summary>A model's folder below a system, whether or not it holds points. One that does is a <see cref="Curve"/>.</summary>
public partial class CurveFolder : CheckTarget
{
    /// <summary>The folder's name.</summary>
    public required string ModelName { get; init; }

    /// <summary>The folders that the layout demands in it (v0.7), in the order of the book.</summary>
    public IReadOnlyList<ExpectedEntry> RequiredFolders { get; init; } = [];

    /// <summary>Where the sources of this model are expected (v0.7 release dialect, Standardized); null where they are not asked for.</summary>
    public ExpectedEntry? SourceFolder { get; init; }

    /// <summary>Where the points are: <c>points/</c> in v0.7, the folder itself in v1.0.</summary>
    public Sources.SubmissionPath PointsPath { get; init; }

    /// <summary>Why its points were not looked at; null where they were (there may still be none).</summary>
    public string? PointsAbsence { get; init; }

    /// <summary>The system.</summary>
    public SystemUnderTest System => (SystemUnderTest)(Parent ?? throw new InvalidOperationException("The folder belongs to no system yet."));
}
