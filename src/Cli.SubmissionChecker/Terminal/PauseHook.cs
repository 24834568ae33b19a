using MlPerf.Endpoints.Audits;
using MlPerf.Endpoints.Audits.Orchestration;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>Waits for the operator between the stages.</summary>
internal sealed class PauseHook(ToolHost host) : IStageHook
{
    public async Task BeforeAsync(string label, string? operatorTask, CancellationToken stop)
    {
        if (!host.IsInteractive)
        {
            throw new AuditException(AuditErrorKind.Setup, "operator_needed", "A pause was asked for, but nobody can be asked: standard input or standard error is no terminal. Use --between with a command.");
        }

        host.Error.WriteLine($"{operatorTask ?? "Restart the endpoint if it caches."} Press Enter to begin '{label}'.");
        await host.Input.ReadLineAsync(stop).ConfigureAwait(false);
    }
}
