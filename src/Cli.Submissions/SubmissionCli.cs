using System.CommandLine;
using System.Reflection;
using MlPerf.Endpoints.SubmissionCli.Commands;
using MlPerf.Endpoints.SubmissionCli.Rendering;

namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>The tool as a function of its arguments and surroundings.</summary>
internal static class SubmissionCli
{
    public const string Name = "endpoints-submission-cli";

    public static string Version { get; } = typeof(SubmissionCli).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static async Task<int> RunAsync(string[] args, CliHost host, CancellationToken cancellation)
    {
        var common = new CommonOptions();
        var root = CreateRoot(common, host);
        var version = new Option<bool>("--version") { Description = "Show the version.", Recursive = true };
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        root.Options.Add(version);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.GetValue(version))
        {
            await host.Output.WriteLineAsync($"{Name} {Version}").ConfigureAwait(false);
            return ExitCodes.Done;
        }

        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await host.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            }

            await host.Error.WriteLineAsync($"Try '{Path(parsed.CommandResult)} --help'.").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = host.Output, Error = host.Error, ProcessTerminationTimeout = null }, cancellation).ConfigureAwait(false);
    }

    /// <summary>The whole command tree; also for tests of help and documentation.</summary>
    public static RootCommand CreateRoot(CommonOptions common, CliHost host)
    {
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
        HelpText.Attach(root, host);
        return root;
    }

    private static string Path(System.CommandLine.Parsing.CommandResult result)
    {
        var names = new Stack<string>();
        for (var at = result; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Push(at.Command is RootCommand ? Name : at.Command.Name);
        }

        return string.Join(' ', names);
    }
}
