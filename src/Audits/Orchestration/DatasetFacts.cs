using System.Numerics;

namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>What the orchestrator knows of a dataset.</summary>
/// <param name="Rows">Rows as loaded.</param>
/// <param name="Sha256">SHA-256 of the file in lower-case hex; null where there is no file.</param>
public sealed record DatasetFacts(BigInteger Rows, string? Sha256);
