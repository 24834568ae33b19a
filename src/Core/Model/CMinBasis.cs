using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>C_min of a curve and where it comes from (policy §5.4, v1.0).</summary>
/// <param name="CMin">C_min, concurrent requests.</param>
/// <param name="IsDeclared">Whether it is declared by <c>c_min_override</c>; else it is the lowest concurrency of the curve, at most 32.</param>
/// <param name="LowestConcurrency">The lowest concurrency of the curve, points whose configuration did not load included.</param>
public sealed record CMinBasis(BigInteger CMin, bool IsDeclared, BigInteger LowestConcurrency);
