namespace MlPerf.Endpoints.Core.Model;

public partial class PointFolder
{
    /// <summary>The accuracy results beside the point (v1.0): the file that decides, with its faults or what it says.
    /// Null where no file says anything of accuracy; a <c>results.json</c> without scores is none.</summary>
    public FileReading<AccuracyResults>? AccuracyFile { get; init; }
}
