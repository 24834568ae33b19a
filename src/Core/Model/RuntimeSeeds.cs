using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The seeds that a point ran with, <c>runtime_settings.runtime</c> of <c>point.yaml</c> (policy §4.6). They may exceed 64 bits.</summary>
public sealed record RuntimeSeeds
{
    /// <summary><c>scheduler_rng_seed</c>; where that is null, <c>scheduler_random_seed</c>, its name of v0.7.</summary>
    public BigInteger? Scheduler { get; init; }

    /// <summary><c>sample_index_rng_seed</c>; where that is null, <c>dataloader_random_seed</c>, its name of v0.7.</summary>
    public BigInteger? SampleIndex { get; init; }

    /// <summary><c>model_seed</c>.</summary>
    public BigInteger? Model { get; init; }

    /// <summary>Whether either name of v0.7 holds a seed.</summary>
    public bool UsesOldNames { get; init; }
}
