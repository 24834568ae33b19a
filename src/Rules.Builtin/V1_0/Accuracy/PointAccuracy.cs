using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>The accuracy results that count for one concurrency of a curve.</summary>
/// <param name="Concurrency">The concurrency.</param>
/// <param name="File">The file that they were read from.</param>
/// <param name="Results">The results.</param>
internal sealed record PointAccuracy(BigInteger Concurrency, SubmissionPath File, AccuracyResults Results)
{
    /// <summary>A metric in the file, reported under the path that the reference gives.</summary>
    public Place At(SubmissionPath reported, AccuracyMetric metric) => new(reported, File, metric.Location, metric.Pointer);

    /// <summary>An entry of the file, reported under the path that the reference gives.</summary>
    public Place At(SubmissionPath reported, AccuracyEntry entry) => new(reported, File, entry.Location, entry.Pointer);
}
