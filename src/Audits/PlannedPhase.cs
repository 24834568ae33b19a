using System.Numerics;

namespace MlPerf.Endpoints.Audits;

/// <summary>One complete, separate run that an audit asks for.</summary>
/// <param name="Label">The name of its folder; unique within the plan.</param>
/// <param name="SampleCount">The number of requests to issue; null for the benchmark's own count.</param>
/// <param name="Order">How rows are taken.</param>
public sealed record PlannedPhase(string Label, BigInteger? SampleCount, SampleOrder Order = SampleOrder.WithoutReplacement)
{
    /// <summary>The row of <see cref="SampleOrder.Single"/>; null for other orders.</summary>
    public BigInteger? FixedIndex { get; init; }

    /// <summary>Which datasets the phase keeps. Default performance only.</summary>
    public PhaseMode Mode { get; init; }

    /// <summary>A closed loop of this many requests in place of the configured load pattern; null to keep it.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Whether answers are streamed; null for what the configuration says.</summary>
    public bool? Streaming { get; init; }

    /// <summary>Whether the audit looks at the answers' text.</summary>
    public bool CapturesOutputs { get; init; }

    /// <summary>Scores the answers once the phase is over; null for no score.</summary>
    public ScorerReference? Scorer { get; init; }

    /// <summary>What the operator has to do before the phase begins, as a sentence; null for nothing.</summary>
    public string? OperatorTask { get; init; }
}
