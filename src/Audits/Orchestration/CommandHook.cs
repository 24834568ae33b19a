using System.ComponentModel;
using System.Diagnostics;

namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>Runs a command between stages, to restart the endpoint for instance. It is split at blanks and run without a shell; <c>{stage}</c> becomes the stage that comes.</summary>
public sealed class CommandHook : IStageHook
{
    private readonly string[] _parts;

    /// <summary>Makes the hook.</summary>
    /// <param name="command">The command line.</param>
    public CommandHook(string command)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(command);
        _parts = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <inheritdoc/>
    public async Task BeforeAsync(string label, string? operatorTask, CancellationToken stop)
    {
        var start = new ProcessStartInfo(_parts[0]) { UseShellExecute = false };
        foreach (var part in _parts.AsSpan(1))
        {
            start.ArgumentList.Add(part.Replace("{stage}", label, StringComparison.Ordinal));
        }

        try
        {
            using var process = Process.Start(start) ?? throw new AuditException(AuditErrorKind.Setup, "hook_failed", $"The command '{_parts[0]}' could not be started.");
            try
            {
                await process.WaitForExitAsync(stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            if (process.ExitCode != 0)
            {
                throw new AuditException(AuditErrorKind.Setup, "hook_failed", $"The command '{_parts[0]}' before '{label}' ended with code {process.ExitCode}.");
            }
        }
        catch (Win32Exception failure)
        {
            throw new AuditException(AuditErrorKind.Setup, "hook_failed", $"The command '{_parts[0]}' cannot be started: {failure.Message}", failure);
        }
    }
}
