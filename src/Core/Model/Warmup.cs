using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The warmup of a point (policy §6.3).</summary>
public sealed partial record Warmup
{
    /// <summary><c>duration_s</c>, seconds.</summary>
    public required double DurationS { get; init; }

    /// <summary><c>requests_issued</c>.</summary>
    public required BigInteger RequestsIssued { get; init; }

    /// <summary><c>requests_completed</c>.</summary>
    public required BigInteger RequestsCompleted { get; init; }

    /// <summary><c>data_source</c>.</summary>
    public required string DataSource { get; init; }

    /// <summary><c>concurrency</c> during the warmup.</summary>
    public required BigInteger Concurrency { get; init; }
}
