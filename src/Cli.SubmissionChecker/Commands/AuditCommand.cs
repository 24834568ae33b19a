using System.CommandLine;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>audit</c>: compliance audits against live endpoints, and the re-check of finished ones.</summary>
internal static class AuditCommand
{
    public static Command Create(ToolHost host) => new("audit", "Runs compliance audits against a live endpoint, or re-checks finished ones.")
    {
        AuditListCommand.Create(host),
        AuditPlanCommand.Create(host),
        AuditRunCommand.Create(host),
        AuditVerifyCommand.Create(host),
        AuditPickCommand.Create(host),
    };
}
