namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>Goes on at once; refuses phases that need an operator.</summary>
public sealed class NoHook : IStageHook
{
    /// <summary>The one instance.</summary>
    public static NoHook Instance { get; } = new();

    private NoHook()
    {
    }

    /// <inheritdoc/>
    public Task BeforeAsync(string label, string? operatorTask, CancellationToken stop)
        => operatorTask is null
            ? Task.CompletedTask
            : throw new AuditException(AuditErrorKind.Setup, "operator_needed", $"Phase '{label}' needs an operator: {operatorTask} Run with a pause or a command between the stages.") { Phase = label };
}
