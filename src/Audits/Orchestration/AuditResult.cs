using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>How an audit ended.</summary>
/// <param name="AuditId">The audit; null where the configuration names none that is known.</param>
/// <param name="Outcome"><c>passed</c>, <c>failed</c>, <c>input</c>, <c>setup</c>, <c>execution</c>, <c>undecided</c> or <c>interrupted</c>.</param>
/// <param name="ExitCode">The exit code (audits, section 3.2).</param>
/// <param name="Message">What was found, for people.</param>
public sealed record AuditResult(string? AuditId, string Outcome, int ExitCode, string Message)
{
    /// <summary>The problem's id; null where there is a verdict.</summary>
    public string? Error { get; init; }

    /// <summary>The verdict; null where the audit aborted.</summary>
    public AuditVerdict? Verdict { get; init; }

    /// <summary>Warnings, ids.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The folder of the evidence and the verdict; null where nothing was written.</summary>
    public string? Folder { get; init; }

    internal static AuditResult Of(AuditVerdict verdict, ImmutableArray<string> warnings, string folder)
        => new(verdict.Test, verdict.Passed ? "passed" : "failed", verdict.Passed ? 0 : 1, verdict.Reason) { Verdict = verdict, Warnings = warnings, Folder = folder };

    internal static AuditResult Of(string? auditId, AuditException failure) => new(auditId, OutcomeOf(failure.Kind), (int)failure.Kind, failure.Message) { Error = failure.Problem };

    private static string OutcomeOf(AuditErrorKind kind) => kind switch
    {
        AuditErrorKind.Input => "input",
        AuditErrorKind.Setup => "setup",
        AuditErrorKind.Execution => "execution",
        AuditErrorKind.Undecided => "undecided",
        AuditErrorKind.Interrupted => "interrupted",
        _ => "failed",
    };
}
