using System.Collections.Immutable;
using System.Numerics;

namespace MlPerf.Endpoints.Audits.ConsistencyOutput;

/// <summary>The block of <c>consistency_output_test</c> (audits, section 9.3).</summary>
public sealed record ConsistencyOutputConfiguration() : AuditConfiguration(ConsistencyOutputAudit.AuditId)
{
    /// <summary>Requests of each phase. Default 100.</summary>
    public BigInteger Samples { get; init; } = 100;

    /// <summary>End-of-sequence marks: texts, or ids as texts where <see cref="TokenIds"/>; null for those of the model.</summary>
    public ImmutableArray<string>? EndMarks { get; init; }

    /// <summary>Whether the server returns token ids. Default false.</summary>
    public bool TokenIds { get; init; }

    /// <summary>How far reported and counted lengths may be apart, in tokens. Default 0.</summary>
    public BigInteger LengthTolerance { get; init; }

    /// <summary>Whether the endpoint streams, from the benchmark's configuration.</summary>
    public bool IsStreaming { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Detail> Fields =>
    [
        Detail.Of("samples", Samples),
        new Detail("eos", EndMarks?.ToList()),
        Detail.Of("token_ids", TokenIds),
        Detail.Of("length_tolerance", LengthTolerance),
    ];
}
