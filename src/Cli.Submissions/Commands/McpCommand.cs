using System.CommandLine;
using MlPerf.Endpoints.SubmissionCli.Mcp;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary><c>mcp</c>: serves the commands as tools to assistants.</summary>
internal static class McpCommand
{
    public static Command Create(CommandScope scope) => scope.Bind(
        new Command("mcp", "Serves the commands as Model Context Protocol tools over standard input and output.\n\nExample:\n  endpoints-submission-cli mcp"),
        async run =>
        {
            run.Outcome.Printed();
            using var server = new McpToolServer(run.Host, run.IsReference);
            await server.RunAsync(run.Cancellation).ConfigureAwait(false);
            return SubmissionExitCodes.Done;
        });
}
