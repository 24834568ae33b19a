using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

public sealed partial record ResultSummary
{
    /// <summary><c>ttft</c>: time to first token, nanoseconds (v1.0).</summary>
    public StatBlock Ttft { get; init; } = StatBlock.Empty;

    /// <summary><c>tpot</c>: time per output token, nanoseconds (v1.0).</summary>
    public StatBlock Tpot { get; init; } = StatBlock.Empty;

    /// <summary><c>output_sequence_lengths</c>, tokens (v1.0).</summary>
    public StatBlock OutputSequenceLengths { get; init; } = StatBlock.Empty;

    /// <summary><c>latency</c>: whole requests, nanoseconds (v1.0).</summary>
    public StatBlock Latency { get; init; } = StatBlock.Empty;

    /// <summary><c>output_tokens_per_turn_total</c>, tokens (v1.0).</summary>
    public double? OutputTokensPerTurnTotal { get; init; }

    /// <summary><c>e2e_turn_time_seconds_total</c>, seconds (v1.0).</summary>
    public double? TurnTimeTotalS { get; init; }

    /// <summary>The stored <c>e2e_avg_interactivity</c>, tokens per second, untyped (v1.0); null where absent.</summary>
    public Node? StoredE2EAvgInteractivity { get; init; }

    /// <summary>The stored <c>system_tps_per_kw</c>, tokens per second and kilowatt, untyped (v1.0); null where absent.</summary>
    public Node? StoredSystemTpsPerKw { get; init; }

    /// <summary><c>output_sequence_lengths_full_run</c> as it stands (v1.0); null where absent.</summary>
    public Node? OutputSequenceLengthsFullRun { get; init; }

    /// <summary>90th percentile of the time per output token, milliseconds (v1.0); null where it is not stated.</summary>
    public double? TpotP90Ms => Tpot.Percentile(90) / 1e6;

    /// <summary>Whether interactivity is derived from the totals of output lengths and latency: neither sum for it is stated by name, and no sample failed (v1.0).</summary>
    public bool DerivesInteractivityFromTotals => OutputTokensPerTurnTotal is null && TurnTimeTotalS is null && SamplesFailed.IsZero;

    /// <summary>Derived end-to-end interactivity, tokens per second of turn time (v1.0); null where the sums for it are unknown or the time is not positive.</summary>
    public double? E2EAvgInteractivity
    {
        get
        {
            var (tokens, timeS) = DerivesInteractivityFromTotals
                ? (OutputTokensRaw, Latency.Total / 1e9)
                : (OutputTokensPerTurnTotal, TurnTimeTotalS);
            // Not "> 0": a time that is not a number is no reason to say that nothing can be derived.
            return timeS <= 0 ? null : tokens / timeS;
        }
    }
}
