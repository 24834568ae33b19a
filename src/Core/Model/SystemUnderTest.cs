using System.Numerics;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A system: in v0.7 a description <c>systems/&lt;id&gt;.json</c> with its curves below <c>pareto/&lt;id&gt;/</c>, in v1.0 a folder <c>results/&lt;system&gt;/</c>.</summary>
public partial class SystemUnderTest : CheckTarget
{
    /// <summary>The system's id: file name without extension (v0.7), folder name (v1.0).</summary>
    public required string Id { get; init; }

    /// <summary>The system's description. In v1.0 descriptions hang on points and curves, and this is null.</summary>
    public FileReading<SystemDescription>? Description { get; init; }

    /// <summary>The folder of the system's curves.</summary>
    public ExpectedEntry CurvesFolder { get; init; } = ExpectedEntry.None;

    /// <summary>Where the sources of a Standardized system are expected once for the system (v0.7 readme); null where they are not asked for.</summary>
    public ExpectedEntry? SourceFolder { get; init; }

    /// <summary>The regions of all the system's curves (v0.7); in v1.0 they hang on the curve.</summary>
    public Availability<RegionLayout> Regions { get; init; } = Availability<RegionLayout>.Absent("the system was not read that far");

    /// <summary>Every model folder, ordered by code point; those with points are <see cref="Curve"/>s.</summary>
    public IReadOnlyList<CurveFolder> Curves
    {
        get;
        init
        {
            field = value;
            Adopt(value);
        }
    } = [];

    /// <summary>Why the model folders were not looked at; null where they were.</summary>
    public string? CurvesAbsence { get; init; }

    /// <summary>The submission.</summary>
    public Submission Submission => (Submission)(Parent ?? throw new InvalidOperationException("The system belongs to no submission yet."));
}
