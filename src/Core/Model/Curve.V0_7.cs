namespace MlPerf.Endpoints.Core.Model;

public partial class Curve
{
    /// <summary>The log of the accuracy run, <c>accuracy/accuracy.txt</c>, whose content is never read (v0.7 readme); null in other dialects.</summary>
    public ExpectedEntry? AccuracyLog { get; init; }

    /// <summary>The accuracy as the submitter judged it, <c>accuracy/accuracy_result.json</c> (v0.7 readme); null in other dialects.</summary>
    public FileReading<DeclaredAccuracy>? DeclaredAccuracy { get; init; }

    /// <summary>The files <c>results/point_&lt;C&gt;/accuracy/results.json</c> that were asked for, in the order of the points (v0.7 release dialect):
    /// missing ones, and existing ones up to the first without a fault. Later ones are not opened.</summary>
    public IReadOnlyList<FileReading<MeasuredAccuracy>> AccuracyFiles { get; init; } = [];

    /// <summary>The accuracy file by which the curve is judged: the first without a fault (v0.7 release dialect); null where there is none.</summary>
    public FileReading<MeasuredAccuracy>? JudgedAccuracy
    {
        get
        {
            foreach (var file in AccuracyFiles)
            {
                if (file.Value is not null)
                {
                    return file;
                }
            }

            return null;
        }
    }
}
