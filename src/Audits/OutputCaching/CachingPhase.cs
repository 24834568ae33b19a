using System.Numerics;

namespace MlPerf.Endpoints.Audits.OutputCaching;

/// <summary>The three numbers of a phase that the caching rule looks at.</summary>
/// <param name="Qps">Completed requests a second.</param>
/// <param name="Completed">Completed requests as the completion test counts them.</param>
/// <param name="Requested">Requests that the phase was told to issue.</param>
public readonly record struct CachingPhase(double Qps, BigInteger Completed, BigInteger Requested);
