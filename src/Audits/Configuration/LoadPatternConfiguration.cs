using System.Numerics;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>The mapping <c>settings.load_pattern</c>.</summary>
/// <param name="Type">The pattern.</param>
/// <param name="TargetQps">Requests a second, for paced patterns.</param>
/// <param name="TargetConcurrency">Requests in flight, for closed loops.</param>
public sealed record LoadPatternConfiguration(string Type, double? TargetQps, BigInteger? TargetConcurrency)
{
    /// <summary>As fast as can be.</summary>
    public const string MaxThroughput = "max_throughput";

    /// <summary>A closed loop.</summary>
    public const string Concurrency = "concurrency";

    internal static readonly string[] All = [MaxThroughput, "poisson", Concurrency, "agentic_inference", "burst", "step"];
}
