namespace MlPerf.Endpoints.Audits;

/// <summary>Ids of warnings in the order of the book (audits, section 6.3), then those of the evidence beyond the rule. None changes an outcome.</summary>
public static class AuditWarnings
{
    /// <summary>A phase lacks <c>config.yaml</c>: drift is not excluded.</summary>
    public const string PhaseConfigMissing = "phase_config_missing";

    /// <summary>A phase lacks <c>sample_idx_map.json</c>: swapped folders are not excluded.</summary>
    public const string OrderUnverified = "order_unverified";

    /// <summary>Fewer requests issued than asked for, or fewer completed than issued; the phase's label follows after a colon.</summary>
    public const string PhaseTruncated = "phase_truncated";

    /// <summary>Requests failed; the phase's label follows after a colon.</summary>
    public const string RequestFailures = "request_failures";

    /// <summary>The warm-up sent the measured prompts and so filled caches before the measurement.</summary>
    public const string WarmupUnsalted = "warmup_unsalted";

    /// <summary>The reference ran faster than the main run by the tolerance: it may have been answered from a cache that the main run filled.</summary>
    public const string ReferenceFasterThanMain = "reference_faster_than_main";

    /// <summary>No verdict is stored to compare with.</summary>
    public const string VerdictMissing = "verdict_missing";

    /// <summary>The tolerance is not that of the scenario.</summary>
    public const string ThresholdUnusual = "threshold_unusual";

    /// <summary>The endpoint generates text, which may reuse its KV cache.</summary>
    public const string NotApplicableToTextGeneration = "not_applicable_to_text_generation";

    /// <summary>The dataset's <c>samples</c> limit is applied nowhere.</summary>
    public const string DatasetSamplesIgnored = "dataset_samples_ignored";

    /// <summary>The endpoint lists other models after the audit than before.</summary>
    public const string EndpointChanged = "endpoint_changed";

    /// <summary>Sampling is not greedy, so that equal prompts may have unequal answers.</summary>
    public const string NondeterministicSampling = "nondeterministic_sampling";

    /// <summary>The mean output length would leave its bounds if answers without a count were empty.</summary>
    public const string EmptyOutputs = "empty_outputs";

    /// <summary>Latencies of the fixed sample are lower than those of the reference beyond chance.</summary>
    public const string LatencyShift = "latency_shift";

    /// <summary>Times to first token of the fixed sample are lower than those of the reference beyond chance.</summary>
    public const string TtftShift = "ttft_shift";

    /// <summary>Within the fixed-sample phase, repeats are faster than the first request.</summary>
    public const string RepeatsFasterThanFirst = "repeats_faster_than_first";

    /// <summary>Answers of requests that were in flight together arrived together: one computation seems to have served several.</summary>
    public const string AnswersCoalesced = "answers_coalesced";

    /// <summary>Streamed answers of several tokens arrived all at once, as replayed ones do; the phase's label follows after a colon.</summary>
    public const string AnswersArriveWhole = "answers_arrive_whole";

    /// <summary>The score is the stored one: a re-check runs no scorer command.</summary>
    public const string ScoreUnverified = "score_unverified";

    /// <summary>A warning of one phase.</summary>
    public static string Of(string warning, string label) => $"{warning}:{label}";
}
