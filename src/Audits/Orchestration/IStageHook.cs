namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>What happens between stages: nothing, a pause for the operator, a command that restarts the endpoint (deviation D6).</summary>
public interface IStageHook
{
    /// <summary>Called before each stage but the first.</summary>
    /// <param name="label">The stage that comes.</param>
    /// <param name="operatorTask">What the operator has to do for it, as a sentence; null for nothing. A hook that cannot have it done throws.</param>
    /// <param name="stop">The stop request.</param>
    /// <exception cref="AuditException">The stage must not begin.</exception>
    Task BeforeAsync(string label, string? operatorTask, CancellationToken stop);
}
