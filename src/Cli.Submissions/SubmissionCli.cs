using System.CommandLine;
using MlPerf.Endpoints.SubmissionCli.Commands;

namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>The tool as a function of its arguments and surroundings.</summary>
internal static class SubmissionCli
{
    public const string Name = "endpoints-submission-cli";

    public static string Version { get; } = CommandLineTool.VersionOf(typeof(SubmissionCli).Assembly);

    public static CommandLineTool Tool { get; } = new()
    {
        Name = Name,
        UsageCode = SubmissionExitCodes.Usage,
        FailureCode = SubmissionExitCodes.Failure,
        InterruptedCode = SubmissionExitCodes.Interrupted,
        VersionText = $"{Name} {Version}",
        // The reference takes them: an empty date is none.
        RefusesEmptyArguments = static args => !args.Contains(CommonOptions.ReferenceBehaviourName),
        Commands = CreateCommands,
    };

    public static Task<int> RunAsync(string[] args, ToolHost host, CancellationToken cancellation) => ToolLoop.RunAsync(Tool, args, host, cancellation);

    private static RootCommand CreateCommands(ToolHost host)
    {
        var common = new CommonOptions();
        var scope = new CommandScope(common, host);
        var root = new RootCommand("Registers benchmark runs, assembles and checks submissions, uploads them and opens their pull requests.\n\nExample:\n  endpoints-submission-cli runs create --path reports/nx8_c48\n  endpoints-submission-cli submissions create --division standardized --scenario cop --availability available --run-ids ID --run-ids ID")
        {
            RunsCommand.Create(scope),
            SubmissionsCommand.Create(scope),
            CheckSubmissionCommand.Create(scope),
            InstallSkillCommand.Create(scope),
            McpCommand.Create(scope),
        };
        common.AddTo(root);
        return root;
    }
}
