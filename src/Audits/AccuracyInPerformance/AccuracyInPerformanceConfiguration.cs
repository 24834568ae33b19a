using System.Numerics;

namespace MlPerf.Endpoints.Audits.AccuracyInPerformance;

/// <summary>The block of <c>accuracy_in_performance_test</c> (audits, section 9.2).</summary>
public sealed record AccuracyInPerformanceConfiguration() : AuditConfiguration(AccuracyInPerformanceAudit.AuditId)
{
    /// <summary>Requests of each phase, at least 1.</summary>
    public required BigInteger Samples { get; init; }

    /// <summary>How many answers are compared. Default 50.</summary>
    public BigInteger Compare { get; init; } = 50;

    /// <summary>Seed of the choice of answers.</summary>
    public BigInteger CompareSeed { get; init; } = AccuracyInPerformanceAudit.DefaultSeed;

    /// <summary>The least share of equal answers. Default all of them.</summary>
    public double MinMatchRate { get; init; } = 1.0;

    /// <summary>The tolerance of completion and throughput. Default 0.10.</summary>
    public double Threshold { get; init; } = 0.10;

    /// <inheritdoc/>
    public override IEnumerable<Detail> Fields =>
    [
        Detail.Of("samples", Samples),
        Detail.Of("compare", Compare),
        Detail.Of("compare_seed", CompareSeed),
        Detail.Of("min_match_rate", MinMatchRate),
        Detail.Of("threshold", Threshold),
    ];
}
