using System.Numerics;
using MlPerf.Endpoints.Audits;

namespace Acme.HouseAudits;

/// <summary>The block of <c>determinism_test</c>.</summary>
public sealed record DeterminismConfiguration() : AuditConfiguration(DeterminismAudit.AuditId)
{
    /// <summary>How often the row is asked for, at least 2.</summary>
    public BigInteger Repeats { get; init; } = 10;

    /// <summary>The row.</summary>
    public BigInteger SampleIndex { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Detail> Fields => [Detail.Of("repeats", Repeats), Detail.Of("sample_index", SampleIndex)];
}
