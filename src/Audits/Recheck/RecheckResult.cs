using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits.Recheck;

/// <summary>The result of a re-check (audits, section 6.1).</summary>
/// <param name="AuditId">The audit that was re-checked.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Message">What was found, for people.</param>
public sealed record RecheckResult(string AuditId, RecheckOutcome Outcome, int ExitCode, string Message)
{
    /// <summary>The problem's id; null where the evidence could be judged.</summary>
    public string? Error { get; init; }

    /// <summary>The phase at fault; null where there is none.</summary>
    public string? Phase { get; init; }

    /// <summary>Warnings in the order of the book; empty where the evidence could not be judged.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The verdict that the evidence gives; null where it could not be judged.</summary>
    public AuditVerdict? Verdict { get; init; }

    /// <summary>The outcome as it is written in lower case.</summary>
    public string OutcomeName => Outcome switch
    {
        RecheckOutcome.Passed => "passed",
        RecheckOutcome.Failed => "failed",
        RecheckOutcome.Contradicted => "contradicted",
        RecheckOutcome.Unusable => "unusable",
        _ => "incomplete",
    };
}
