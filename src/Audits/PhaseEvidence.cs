using System.Numerics;
using MlPerf.Endpoints.Audits.Evidence;

namespace MlPerf.Endpoints.Audits;

/// <summary>One finished phase.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Report">Its report.</param>
/// <param name="Requested">The number of requests that it was told to issue.</param>
public sealed record PhaseEvidence(string Label, RunReport Report, BigInteger Requested)
{
    /// <summary>The answers, where the plan asked for them.</summary>
    public IReadOnlyList<SampleOutput> Outputs { get; init; } = [];

    /// <summary>The score of the answers, where the plan named a scorer; null where none could be made.</summary>
    public double? Score { get; init; }

    /// <summary>Completed requests as the completion tests count them: without failures, unless these count as completed.</summary>
    /// <param name="countFailedAsCompleted">Whether failures count.</param>
    public BigInteger Completed(bool countFailedAsCompleted) => countFailedAsCompleted ? Report.Completed : Report.Completed - Report.Failed;
}
