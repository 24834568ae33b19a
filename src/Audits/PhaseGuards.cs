using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits;

/// <summary>The guards between a finished phase and its use as evidence (audits, section 3.3).</summary>
public static class PhaseGuards
{
    /// <summary>Refuses a report that was interrupted or is incomplete; an interruption comes first.</summary>
    /// <exception cref="AuditException">It was.</exception>
    public static void RequireComplete(string label, RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.State == RunReport.Interrupted)
        {
            throw new AuditException(AuditErrorKind.Interrupted, "phase_interrupted", $"Phase '{label}' was interrupted; a verdict needs whole phases.") { Phase = label };
        }

        if (report.State != RunReport.Complete || !report.IsComplete)
        {
            throw new AuditException(AuditErrorKind.Execution, "phase_incomplete", $"Phase '{label}' ended in state '{report.State}' with metrics incomplete; a verdict needs whole phases.") { Phase = label };
        }
    }

    /// <summary>The phase's rate where it can be compared.</summary>
    /// <exception cref="AuditException">There is none, or it is not positive and finite.</exception>
    public static double UsableRate(PhaseEvidence phase)
    {
        ArgumentNullException.ThrowIfNull(phase);
        if (phase.Report.Qps is not { } qps)
        {
            throw new AuditException(AuditErrorKind.Execution, "no_duration", $"Phase '{phase.Label}' has no rate: nothing completed within a measured time.") { Phase = phase.Label };
        }

        if (!(qps > 0) || double.IsInfinity(qps))
        {
            throw new AuditException(AuditErrorKind.Execution, "no_throughput", $"Phase '{phase.Label}' has a rate of {PythonFloat.ToJson(qps)} requests a second; a positive, finite one is expected.") { Phase = phase.Label };
        }

        return qps;
    }
}
