using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>What would be run, and everything that stands against it. Nothing was sent for it.</summary>
/// <param name="Audit">The audit.</param>
/// <param name="Configuration">Its configuration.</param>
/// <param name="Phases">The phases in order.</param>
/// <param name="Problems">Everything that stands against running it, in the order in which it is judged.</param>
/// <param name="Warnings">What should be said all the same.</param>
/// <param name="Dataset">The dataset; null where the audit needs none.</param>
public sealed record AuditPlan(
    IAuditTest Audit,
    AuditConfiguration Configuration,
    ImmutableArray<PlannedPhase> Phases,
    ImmutableArray<AuditProblem> Problems,
    ImmutableArray<string> Warnings,
    DatasetFacts? Dataset);
