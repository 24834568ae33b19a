using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The result summary of a point. Figures are what the file says; the derived ones are computed as the rule books do, in doubles and in their order.</summary>
public sealed partial record ResultSummary
{
    /// <summary><c>n_samples_issued</c>, queries; 0 where absent.</summary>
    public required BigInteger SamplesIssued { get; init; }

    /// <summary><c>n_samples_completed</c>, queries.</summary>
    public required BigInteger SamplesCompleted { get; init; }

    /// <summary><c>n_samples_failed</c>, queries; 0 where absent.</summary>
    public required BigInteger SamplesFailed { get; init; }

    /// <summary><c>duration_ns</c>, nanoseconds.</summary>
    public required double DurationNs { get; init; }

    /// <summary><c>output_sequence_lengths.total</c>, tokens, as written: not cut, perhaps not finite.</summary>
    public required double OutputTokensRaw { get; init; }

    /// <summary>The stored <c>system_tps</c>, tokens per second, untyped; null where absent.</summary>
    public Node? StoredSystemTps { get; init; }

    /// <summary>The stored <c>tps_per_user</c>, tokens per second, untyped; null where absent.</summary>
    public Node? StoredTpsPerUser { get; init; }

    /// <summary>Length of the run in milliseconds.</summary>
    public double DurationMs => DurationNs / 1e6;

    /// <summary>Length of the run in seconds.</summary>
    public double ElapsedS => DurationNs / 1e9;

    /// <summary>Output tokens cut toward zero; null where the file's figure is not finite.</summary>
    public BigInteger? OutputTokens => double.IsFinite(OutputTokensRaw) ? new BigInteger(OutputTokensRaw) : null;

    /// <summary>Derived system throughput, tokens per second: 0 where the run has no length; null where the token count is not finite.</summary>
    public double? SystemTps => !double.IsFinite(OutputTokensRaw) ? null : ElapsedS > 0 ? Math.Truncate(OutputTokensRaw) / ElapsedS : 0;
}
