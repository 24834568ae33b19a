using System.Collections.Immutable;
using MlPerf.Endpoints.Audits.Evidence;

namespace MlPerf.Endpoints.Audits;

/// <summary>What an audit judges: finished runs as numbers.</summary>
/// <param name="Phases">The phases in the order of the plan.</param>
public sealed record AuditEvidence(ImmutableArray<PhaseEvidence> Phases)
{
    /// <summary>The main run's report, where there is one.</summary>
    public RunReport? Main { get; init; }

    /// <summary>Rows of the dataset, where known.</summary>
    public int? DatasetSize { get; init; }

    /// <summary>Whether failed requests count as completed ones, as the benchmark tool counts them. Default false (deviation D1).</summary>
    public bool CountFailedAsCompleted { get; init; }

    /// <summary>The phase with a label.</summary>
    /// <exception cref="AuditException">It is not there: other phases than planned.</exception>
    public PhaseEvidence this[string label]
    {
        get
        {
            foreach (var phase in Phases)
            {
                if (string.Equals(phase.Label, label, StringComparison.Ordinal))
                {
                    return phase;
                }
            }

            throw new AuditException(AuditErrorKind.Execution, "phase_count", $"There is no evidence of phase '{label}'; a verdict needs exactly the planned phases.");
        }
    }
}
