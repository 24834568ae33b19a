using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits;

/// <summary>The guards that hold for every audit that sends requests (audits, section 3.3).</summary>
public static class PlanGuards
{
    /// <summary>The load patterns under which a speed-up shows in the rate; every other one paces or sequences requests.</summary>
    public static ImmutableArray<string> AllowedLoadPatterns { get; } = ["max_throughput", "concurrency"];

    /// <summary>Judges the load pattern, then the counts and indexes of the phases in the order of the plan.</summary>
    public static IEnumerable<AuditProblem> Check(ImmutableArray<PlannedPhase> plan, ValidationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return CheckPattern(context).Concat(CheckPhases(plan, context));
    }

    private static IEnumerable<AuditProblem> CheckPattern(ValidationContext context)
    {
        if (!AllowedLoadPatterns.Contains(context.LoadPattern, StringComparer.Ordinal))
        {
            yield return new AuditProblem(
                AuditProblem.LoadPattern,
                $"The load pattern '{context.LoadPattern}' paces or sequences requests and can hide a speed-up; {string.Join(" or ", AllowedLoadPatterns)} is expected.");
        }
    }

    private static IEnumerable<AuditProblem> CheckPhases(ImmutableArray<PlannedPhase> plan, ValidationContext context)
    {
        foreach (var phase in plan)
        {
            if (phase.FixedIndex is null && phase.SampleCount is { } count && count > context.DatasetSize)
            {
                yield return new AuditProblem(
                    AuditProblem.ReferenceExceedsDataset,
                    $"Phase '{phase.Label}' needs {count} distinct samples, the dataset has {context.DatasetSize} rows.");
            }

            if (phase.FixedIndex is { } index && (index < 0 || index >= context.DatasetSize))
            {
                yield return new AuditProblem(
                    AuditProblem.IndexOutOfRange,
                    $"Phase '{phase.Label}' repeats row {index}, the dataset has {context.DatasetSize} rows, counted from 0.");
            }
        }
    }
}
