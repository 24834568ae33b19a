using System.Numerics;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>The mapping <c>settings.warmup</c>.</summary>
/// <param name="Enabled">Whether there is one.</param>
/// <param name="Requests">Its count; null for one pass over the dataset.</param>
/// <param name="Salt">Whether each prompt gets a prefix of its own.</param>
/// <param name="Drain">Whether the measurement waits for its answers.</param>
/// <param name="Seed">Its seed.</param>
public sealed record WarmupConfiguration(bool Enabled, BigInteger? Requests, bool Salt, bool Drain, BigInteger Seed);
