using System.Collections.Immutable;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A published set of seeds (submission rules §4.6). Seeds may exceed 64 bits.</summary>
/// <param name="Id">The id that points name, compared exactly.</param>
/// <param name="SchedulerRngSeed"><c>scheduler_rng_seed</c>.</param>
/// <param name="SampleIndexRngSeed"><c>sample_index_rng_seed</c>.</param>
/// <param name="ModelSeed"><c>model_seed</c>.</param>
/// <param name="Window">The cohorts that may adopt the set, as texts that target cohorts are compared with; empty where none is stated.</param>
public sealed record SeedSet(string Id, BigInteger SchedulerRngSeed, BigInteger SampleIndexRngSeed, BigInteger ModelSeed, ImmutableArray<string> Window);
