using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Model;

public sealed partial record Warmup
{
    /// <summary><c>initialization_steps</c> in order (v1.0); empty where absent.</summary>
    public ImmutableArray<string> InitializationSteps { get; init; } = [];

    /// <summary><c>logs_retained</c> (v1.0); null where it is not stated.</summary>
    public bool? LogsRetained { get; init; }

    /// <summary><c>link_logs</c> (v1.0).</summary>
    public string? LinkLogs { get; init; }

    /// <summary>Whether there was no warmup at all: no seconds, no requests (v1.0).</summary>
    public bool IsDisabled => DurationS == 0 && RequestsIssued.IsZero && RequestsCompleted.IsZero;
}
