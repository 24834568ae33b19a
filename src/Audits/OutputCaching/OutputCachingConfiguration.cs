using System.Numerics;

namespace MlPerf.Endpoints.Audits.OutputCaching;

/// <summary>The block of <c>output_caching_test</c> (audits, section 7.1).</summary>
public sealed record OutputCachingConfiguration() : AuditConfiguration(OutputCachingAudit.AuditId)
{
    /// <summary>The tolerance where the block does not say: 0.10.</summary>
    public const double DefaultThreshold = 0.10;

    /// <summary>Requests of the reference phase, at least 1.</summary>
    public required BigInteger Samples { get; init; }

    /// <summary>Requests of the fixed-sample phase, at least 1; null for as many as <see cref="Samples"/>.</summary>
    public BigInteger? AuditSamples { get; init; }

    /// <summary>The row to repeat, from 0. Default 0.</summary>
    public BigInteger SampleIndex { get; init; }

    /// <summary>The tolerance of both tests, between 0 and 1, both excluded. Default 0.10.</summary>
    public double Threshold { get; init; } = DefaultThreshold;

    /// <summary>Requests of the fixed-sample phase.</summary>
    public BigInteger FixedSamples => AuditSamples ?? Samples;

    /// <inheritdoc/>
    public override IEnumerable<Detail> Fields =>
    [
        Detail.Of("samples", Samples),
        new Detail("audit_samples", AuditSamples),
        Detail.Of("sample_index", SampleIndex),
        Detail.Of("threshold", Threshold),
    ];
}
