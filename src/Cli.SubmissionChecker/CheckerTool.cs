using System.CommandLine;
using MlPerf.Endpoints.SubmissionChecker.Commands;

namespace MlPerf.Endpoints.SubmissionChecker;

/// <summary>The tool as a function of its arguments and surroundings: parses, calls the library, renders.</summary>
internal static class CheckerTool
{
    public static CommandLineTool Instance { get; } = new()
    {
        Name = "submission-checker",
        UsageCode = CheckerExitCodes.Usage,
        FailureCode = CheckerExitCodes.Failure,
        InterruptedCode = CheckerExitCodes.Interrupted,
        VersionText = CommandLineTool.VersionOf(typeof(CheckerTool).Assembly),
        TakesResponseFiles = true,
        Commands = static host => new RootCommand("Checks MLPerf Endpoints submissions against the submission rules.")
        {
            CheckCommand.Create(host),
            RegionsCommand.Create(host),
            RulesCommand.Create(host),
            ExplainCommand.Create(host),
            AuditCommand.Create(host),
            ExportCommand.Create(host),
        },
    };

    /// <summary>Runs a command line.</summary>
    public static Task<int> RunAsync(string[] args, ToolHost host, CancellationToken stop) => ToolLoop.RunAsync(Instance, args, host, stop);
}
