using System.Numerics;

namespace MlPerf.Endpoints.Audits.Runner.Orders;

/// <summary>The gaps between requests of a Poisson schedule. Audits never use one; the generator is held against the tool's all the same.</summary>
public sealed class PoissonGaps
{
    private readonly MersenneTwister _random;
    private readonly double _perNs;

    /// <summary>Makes the schedule.</summary>
    /// <param name="qps">Requests a second.</param>
    /// <param name="seed">The seed.</param>
    public PoissonGaps(double qps, BigInteger seed)
    {
        _random = new MersenneTwister(seed);
        _perNs = qps / 1e9;
    }

    /// <summary>The next gap in nanoseconds, at least 1.</summary>
    public long NextNs() => Math.Max(1, (long)(-Math.Log(1 - _random.Unit()) / _perNs));
}
