using System.Numerics;
using MlPerf.Endpoints.Audits.Configuration;

namespace MlPerf.Endpoints.Audits;

/// <summary>What an audit may know before anything is sent.</summary>
/// <param name="DatasetSize">Rows of the performance dataset as loaded; not cut by its <c>samples</c>.</param>
/// <param name="LoadPattern">The configured load pattern.</param>
public sealed record ValidationContext(BigInteger DatasetSize, string LoadPattern)
{
    /// <summary>The whole file; null where only size and pattern are known.</summary>
    public BenchmarkConfiguration? Benchmark { get; init; }
}
