namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>What an export cannot take from the results, or should do differently.</summary>
public sealed record MlxExportOptions
{
    /// <summary>The defaults.</summary>
    public static MlxExportOptions Default { get; } = new();

    /// <summary>Start of the run; the earliest one that the summaries state where null.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The commit, 7 to 64 hexadecimal digits; the one that all summaries name where null.</summary>
    public string? GitSha { get; init; }

    /// <summary>What started the run: <c>schedule</c>, <c>pr</c>, <c>workflow_dispatch</c>, <c>local</c>.</summary>
    public string Trigger { get; init; } = "local";

    /// <summary>The pull request that started the run; only with the trigger <c>pr</c>.</summary>
    public long? PrNumber { get; init; }

    /// <summary>The suite of accuracy envelopes; chosen by the data set where null.</summary>
    public string? AccuracySuite { get; init; }

    /// <summary>Whether rows have the five members that the oldest state of the schema does not know. Default true.</summary>
    public bool WritesRowMembers { get; init; } = true;

    /// <summary>Whether rows carry their point's summary, without histograms. Default false.</summary>
    public bool WritesRaw { get; init; }

    /// <summary>Whether the results passed a check; null where they were not checked.</summary>
    public bool? CheckerPassed { get; init; }

    /// <summary>What is wrong with these options; null where nothing is.</summary>
    public string? Fault
        => GitSha is not null && !GitShas.IsOne(GitSha) ? $"'{GitSha}' is no commit: 7 to 64 hexadecimal digits are expected."
            : Trigger is not ("schedule" or "pr" or "workflow_dispatch" or "local") ? $"'{Trigger}' is no trigger: schedule, pr, workflow_dispatch or local is expected."
            : PrNumber is not null && Trigger is not "pr" ? "A pull request goes only with the trigger pr."
            : AccuracySuite is not null && !Validation.MlxValidator.Default.IsSuite(AccuracySuite) ? $"'{AccuracySuite}' is no suite of the envelope."
            : null;
}
