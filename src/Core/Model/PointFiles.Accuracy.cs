namespace MlPerf.Endpoints.Core.Model;

public sealed partial record PointFiles
{
    /// <summary>The accuracy results (v1.0): the file that decides, with its faults or what it says. Null where no file says anything of accuracy;
    /// a <c>results.json</c> without scores says nothing.</summary>
    public FileReading<AccuracyResults>? Accuracy { get; init; }
}
