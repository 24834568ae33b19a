namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>How an audit is run, beyond what the benchmark's configuration says; never keys of that file (audits, section 12).</summary>
public sealed record AuditRunOptions
{
    /// <summary>The defaults.</summary>
    public static AuditRunOptions Default { get; } = new();

    /// <summary>What the benchmark tool does where we deviate (D1, D5, D7, D12, D13).</summary>
    public static AuditRunOptions ReferenceBehaviour { get; } = new()
    {
        CountFailedAsCompleted = true,
        KeepsEarlierVerdict = true,
        PrimesFixedSample = false,
        LimitsDrain = true,
        StallTimeout = null,
    };

    /// <summary>Where everything is written; null for what the configuration says.</summary>
    public string? ReportDir { get; init; }

    /// <summary>Whether the main run is left out; null for what the block says.</summary>
    public bool? Only { get; init; }

    /// <summary>Whether failed requests count as completed ones in the completion tests (deviation D1). Default false.</summary>
    public bool CountFailedAsCompleted { get; init; }

    /// <summary>Whether an earlier verdict stays until a new one replaces it (deviation D5). Default false.</summary>
    public bool KeepsEarlierVerdict { get; init; }

    /// <summary>Whether the fixed sample is issued once, untracked, before its phase (deviation D7). Default true.</summary>
    public bool PrimesFixedSample { get; init; } = true;

    /// <summary>Whether the default drain limit holds in audit phases too (deviation D12). Default false; a limit in the file always holds.</summary>
    public bool LimitsDrain { get; init; }

    /// <summary>How long a run may go without any completion; null for ever (deviation D13). Default one hour.</summary>
    public TimeSpan? StallTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often each audit is run; all verdicts are kept, and all must pass. Default once.</summary>
    public int Repeat { get; init; } = 1;
}
