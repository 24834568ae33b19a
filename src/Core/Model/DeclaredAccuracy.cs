namespace MlPerf.Endpoints.Core.Model;

/// <summary>The accuracy of a curve as its submitter judged it: <c>accuracy/accuracy_result.json</c> (v0.7 readme).</summary>
/// <param name="Metric"><c>metric</c>, any name.</param>
/// <param name="Score"><c>score</c>, in the metric's own unit; may be NaN.</param>
/// <param name="QualityTarget"><c>quality_target</c>, the score that is at least expected.</param>
/// <param name="Passed"><c>passed</c>, what the file says of itself.</param>
public sealed record DeclaredAccuracy(string Metric, double Score, double QualityTarget, bool Passed)
{
    /// <summary>Whether the score reaches the target; never where either is NaN.</summary>
    public bool ReachesTarget => Score >= QualityTarget;
}
