using System.Collections.Immutable;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Audits.Recheck;

namespace MlPerf.Endpoints.Audits;

/// <summary>Warnings that follow from the numbers of the phases (audits, section 6.3).</summary>
internal static class PhaseWarnings
{
    public static IEnumerable<string> Of(ImmutableArray<PhaseEvidence> phases, RunReport? main, double? threshold)
    {
        foreach (var phase in phases)
        {
            if (phase.Report.Issued < phase.Requested || phase.Report.Completed < phase.Report.Issued)
            {
                yield return AuditWarnings.Of(AuditWarnings.PhaseTruncated, phase.Label);
            }
        }

        foreach (var phase in phases)
        {
            if (phase.Report.Failed > 0)
            {
                yield return AuditWarnings.Of(AuditWarnings.RequestFailures, phase.Label);
            }
        }

        if (phases.Any(phase => phase.Report.IsWarmupUnsalted))
        {
            yield return AuditWarnings.WarmupUnsalted;
        }

        if (threshold is { } tolerance && phases is [{ Report: { Qps: { } rate } reference }, ..] && main is { Qps: { } mainRate }
            && HasSamePattern(reference, main) && rate >= mainRate * (1 + tolerance))
        {
            yield return AuditWarnings.ReferenceFasterThanMain;
        }
    }

    private static bool HasSamePattern(RunReport a, RunReport b)
        => a.RunConfig is { } left && b.RunConfig is { } right && a.LoadPattern is not null
            && SameData.Equal(JsonFiles.Object(left, "load_pattern"), JsonFiles.Object(right, "load_pattern"));
}
