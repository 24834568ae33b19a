using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>What rules read of a system description; the rest of the file stays in its document.</summary>
public sealed partial record SystemDescription
{
    /// <summary>The division, lower-case: <c>standardized</c>, <c>serviced</c>, <c>rdi</c>.</summary>
    public required string Division { get; init; }

    /// <summary>C_max: <c>max_supported_concurrency</c>, concurrent requests.</summary>
    public required BigInteger MaxSupportedConcurrency { get; init; }

    /// <summary><c>benchmark_model</c> (v0.7 readme).</summary>
    public string? BenchmarkModel { get; init; }

    /// <summary><c>model_id</c> as written (v0.7 release dialect).</summary>
    public string? ModelId { get; init; }

    /// <summary><c>model_name</c> as written (v0.7 release dialect).</summary>
    public string? ModelName { get; init; }
}
