using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A measurement that a plan proposes.</summary>
/// <param name="Concurrency">Requests in flight.</param>
/// <param name="Region">Name of the region in which it lies.</param>
public sealed record PlannedPoint(BigInteger Concurrency, string Region);
