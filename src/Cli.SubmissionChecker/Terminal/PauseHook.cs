using MlPerf.Endpoints.Audits;
using MlPerf.Endpoints.Audits.Orchestration;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>Waits for the operator between the stages.</summary>
internal sealed class PauseHook : IStageHook
{
    public async Task BeforeAsync(string label, string? operatorTask, CancellationToken stop)
    {
        if (Console.IsInputRedirected)
        {
            throw new AuditException(AuditErrorKind.Setup, "operator_needed", "A pause was asked for, but standard input is no terminal; use --between with a command.");
        }

        await Console.Error.WriteLineAsync($"{operatorTask ?? "Restart the endpoint if it caches."} Press Enter to begin '{label}'.").ConfigureAwait(false);
        await Console.In.ReadLineAsync(stop).ConfigureAwait(false);
    }
}
