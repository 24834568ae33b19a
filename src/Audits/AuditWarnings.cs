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

    /// <summary>What a warning means, in a clause; null for an id of somebody else's.</summary>
    /// <param name="warning">The id, with or without a phase's label.</param>
    public static string? Describe(string warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return (warning.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? warning[..colon] : warning) switch
        {
            PhaseConfigMissing => "a phase has no config.yaml, so that the phases may have been configured differently",
            OrderUnverified => "a phase has no sample_idx_map.json, so that the folders may have been exchanged",
            PhaseTruncated => "fewer requests were issued than asked for, or fewer completed than issued",
            RequestFailures => "requests failed",
            WarmupUnsalted => "the warm-up sent the measured prompts, and so filled whatever cache there is",
            ReferenceFasterThanMain => "the reference ran faster than the main run, as from a cache that the main run filled",
            VerdictMissing => "there is no stored verdict to compare with",
            ThresholdUnusual => "the threshold is not the one that is usual for this load pattern (0.20 at concurrency 1, else 0.10)",
            NotApplicableToTextGeneration => "text generation may reuse its KV cache, so that a verdict on it means little",
            DatasetSamplesIgnored => "the dataset's 'samples' is applied nowhere, in the benchmark tool neither",
            EndpointChanged => "the endpoint lists other models than before the audit",
            NondeterministicSampling => "the temperature is not 0, so that equal prompts may have unequal answers",
            EmptyOutputs => "the mean would leave its bounds if answers without a count were empty",
            LatencyShift => "repeats are answered faster than distinct rows, beyond chance",
            TtftShift => "the first token of repeats comes earlier than that of distinct rows, beyond chance",
            RepeatsFasterThanFirst => "repeats took half as long as the first request for the row, or less",
            AnswersCoalesced => "requests in flight together were answered together, as by one computation",
            AnswersArriveWhole => "streamed answers came in one piece, as replayed ones do",
            ScoreUnverified => "the score is the stored one, for a re-check runs no command",
            _ => null,
        };
    }

    /// <summary>A warning of one phase.</summary>
    public static string Of(string warning, string label) => $"{warning}:{label}";
}
