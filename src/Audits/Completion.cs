using MlPerf.Endpoints.Audits.Evidence;

namespace MlPerf.Endpoints.Audits;

/// <summary>Tests of completion and throughput that several audits share (audits, sections 5.1 and 9.2).</summary>
internal static class Completion
{
    public static bool IsComplete(PhaseEvidence phase, double threshold, bool countFailedAsCompleted)
        => JsonIntegers.ToDouble(phase.Completed(countFailedAsCompleted)) >= JsonIntegers.ToDouble(phase.Requested) * (1.0 - threshold);

    /// <summary>Whether a rate lies within a tolerance of another, bounds included.</summary>
    public static bool IsWithin(double reference, double rate, double tolerance) => reference * (1 - tolerance) <= rate && rate <= reference * (1 + tolerance);
}
