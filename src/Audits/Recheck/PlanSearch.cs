using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits.Recheck;

/// <summary>Finds a phase in a plan.</summary>
internal static class PlanSearch
{
    public static int FindIndex(this ImmutableArray<PlannedPhase> plan, Func<PlannedPhase, bool> isWanted)
    {
        for (var index = 0; index < plan.Length; index++)
        {
            if (isWanted(plan[index]))
            {
                return index;
            }
        }

        return -1;
    }
}
