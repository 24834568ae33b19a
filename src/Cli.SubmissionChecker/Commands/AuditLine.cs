using System.Collections.Immutable;
using MlPerf.Endpoints.Audits;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary>What is printed of one audit, whether it was run or judged again.</summary>
internal sealed record AuditLine(string? AuditId, string Outcome, string Message, string? Error, ImmutableArray<string> Warnings, AuditVerdict? Verdict, int ExitCode, string? Folder = null);
