using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

public sealed partial record PointConfig
{
    /// <summary><c>division</c> as written (v1.0).</summary>
    public string? Division { get; init; }

    /// <summary><c>max_supported_concurrency</c> as the point repeats it, concurrent requests (v1.0). C_max comes from the system description.</summary>
    public BigInteger? MaxSupportedConcurrency { get; init; }

    /// <summary><c>model_name</c> as written (v1.0).</summary>
    public string? ModelName { get; init; }

    /// <summary><c>model_precision</c> (v1.0).</summary>
    public string? ModelPrecision { get; init; }

    /// <summary><c>link_to_model</c> (v1.0).</summary>
    public string? LinkToModel { get; init; }

    /// <summary><c>link_to_model_transformation</c> (v1.0).</summary>
    public string? LinkToModelTransformation { get; init; }

    /// <summary><c>model_notes</c> (v1.0).</summary>
    public string? ModelNotes { get; init; }

    /// <summary><c>dataset_name</c> (v1.0).</summary>
    public string? DatasetName { get; init; }

    /// <summary><c>dataset_type</c> (v1.0), any text.</summary>
    public string? DatasetType { get; init; }

    /// <summary><c>dataset_link</c> (v1.0).</summary>
    public string? DatasetLink { get; init; }

    /// <summary><c>offline</c> as written (v1.0); see <see cref="OfflineDeclarations"/> for the words that count.</summary>
    public string? Offline { get; init; }

    /// <summary><c>steady_state</c> (v1.0); null where absent or null.</summary>
    public SteadyState? SteadyState { get; init; }

    /// <summary><c>speculative_decoding</c> as it stands, a mapping (v1.0); null where absent or null.</summary>
    public Node? SpeculativeDecoding { get; init; }

    /// <summary><c>nodes_used</c> (v1.0); null where absent or null, which differs from an empty list.</summary>
    public ImmutableArray<NodesUsed>? NodesUsed { get; init; }

    /// <summary><c>dp_shortfall</c> (v1.0); null where absent or null.</summary>
    public DpShortfall? DpShortfall { get; init; }

    /// <summary><c>shared_src</c> as written (v1.0).</summary>
    public string? SharedSrc { get; init; }

    /// <summary><c>shared_docs</c> as written (v1.0).</summary>
    public string? SharedDocs { get; init; }

    /// <summary><c>seed_set</c> as written (v1.0).</summary>
    public string? SeedSet { get; init; }

    /// <summary><c>target_cohort</c> as written (v1.0).</summary>
    public string? TargetCohort { get; init; }

    /// <summary><c>runtime_settings.min_duration_ms</c>, milliseconds (v1.0). No rule compares it with anything.</summary>
    public BigInteger MinDurationMs { get; init; } = 600_000;

    /// <summary><c>runtime_settings.min_sample_count</c>, queries (v1.0). No rule compares it with anything.</summary>
    public BigInteger? MinSampleCount { get; init; }

    /// <summary>The seeds below <c>runtime_settings.runtime</c> (v1.0).</summary>
    public RuntimeSeeds RuntimeSeeds { get; init; } = new();

    /// <summary><c>runtime_settings.warmup.salt</c> (v1.0); null where it is not stated.</summary>
    public bool? WarmupSalt { get; init; }

    /// <summary>Whether this is a dedicated Offline run (v1.0).</summary>
    public bool IsDedicatedOffline => string.Equals(Offline, OfflineDeclarations.Dedicated, StringComparison.Ordinal);

    /// <summary>Whether this point of the curve is elected to serve as the Offline point too (v1.0).</summary>
    public bool IsElectedOffline => string.Equals(Offline, OfflineDeclarations.Elected, StringComparison.Ordinal);

    /// <summary>Whether this is the Offline point, dedicated or elected (v1.0).</summary>
    public bool IsOffline => IsDedicatedOffline || IsElectedOffline;

    /// <summary>Whether the point alone is an agentic one, by its load pattern.</summary>
    public bool IsAgentic => string.Equals(LoadPattern, LoadPatterns.AgenticInference, StringComparison.Ordinal);
}
