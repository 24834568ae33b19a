using System.Numerics;

namespace MlPerf.Endpoints.Audits.Runner;

/// <summary>What a load loop is told.</summary>
internal sealed record LoadPlan(long Count, SampleOrder Order, int FixedIndex, BigInteger DataloaderSeed)
{
    /// <summary>Slots of a closed loop; null for maximum throughput.</summary>
    public int? Concurrency { get; init; }

    public TimeSpan? MaxDuration { get; init; }

    public TimeSpan? DrainTimeout { get; init; }

    public TimeSpan? StallTimeout { get; init; }

    /// <summary>A request to send once, untracked and awaited, before everything else.</summary>
    public ReadOnlyMemory<byte>? Priming { get; init; }

    public long WarmupCount { get; init; }

    public BigInteger WarmupOrderSeed { get; init; }

    public bool DrainsWarmup { get; init; }

    /// <summary>The body of a warm-up request, salted where asked for.</summary>
    public Func<int, ReadOnlyMemory<byte>> WarmupBody { get; init; } = static _ => default;
}
