using System.Numerics;

namespace MlPerf.Endpoints.Audits.Recheck;

/// <summary>What a caller knows better than the files of an audit.</summary>
public sealed record RecheckOptions
{
    /// <summary>The tolerance; null for that of the files.</summary>
    public double? Threshold { get; init; }

    /// <summary>The count of the reference; null for that of the files.</summary>
    public BigInteger? Samples { get; init; }

    /// <summary>The count of the fixed-sample phase; null for that of the files.</summary>
    public BigInteger? AuditSamples { get; init; }

    /// <summary>The repeated row; null for that of the files.</summary>
    public BigInteger? SampleIndex { get; init; }

    /// <summary>The audit; null for the one that the files tell.</summary>
    public string? AuditId { get; init; }

    /// <summary>Whether failed requests count as completed ones, as in the benchmark tool. Default false (deviation D1).</summary>
    public bool CountFailedAsCompleted { get; init; }

    /// <summary>Whether the phases' events are searched for evidence beyond the rule. Default true; it never changes the outcome.</summary>
    public bool LooksAtEvents { get; init; } = true;
}
