using System.CommandLine;
using Microsoft.Extensions.Options;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.GitHub;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Runs;
using MlPerf.Endpoints.Prism.Client.Workflows;
using MlPerf.Endpoints.SubmissionCli.Rendering;

namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>What commands share: running an action, and turning its failures into messages and exit codes.</summary>
internal sealed class CommandScope(CommonOptions options, CliHost host)
{
    public CommonOptions Options => options;

    public CliHost Host => host;

    /// <summary>Gives a command its action.</summary>
    /// <param name="command">The command.</param>
    /// <param name="action">Does the work; what it returns is the exit code.</param>
    public Command Bind(Command command, Func<CommandRun, Task<int>> action)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            using var run = new CommandRun(options, host, parsed, cancellation);
            var exit = await ExecuteAsync(run, CheckReport).ConfigureAwait(false);
            if (exit == ExitCodes.Done)
            {
                exit = await ExecuteAsync(run, action).ConfigureAwait(false);
                var written = await ExecuteAsync(run, WriteReportAsync).ConfigureAwait(false);
                exit = exit == ExitCodes.Done ? written : exit;
            }

            try
            {
                await run.Outcome.PrintAsync(exit == ExitCodes.Done).ConfigureAwait(false);
                return exit;
            }
            catch (IOException failure)
            {
                await host.Error.WriteLineAsync($"error: output cannot be written: {failure.Message}").ConfigureAwait(false);
                return ExitCodes.Failure;
            }

            Task<int> CheckReport(CommandRun beginning)
            {
                OutputFile.Check(host, parsed.GetValue(options.Report), "--report");
                return Task.FromResult(ExitCodes.Done);
            }

            async Task<int> WriteReportAsync(CommandRun finished)
            {
                await finished.Outcome.WriteReportAsync(exit == ExitCodes.Done).ConfigureAwait(false);
                return ExitCodes.Done;
            }
        });
        return command;
    }

    private static async Task<int> ExecuteAsync(CommandRun run, Func<CommandRun, Task<int>> action)
    {
        try
        {
            return await action(run).ConfigureAwait(false);
        }
        catch (UsageException wrong)
        {
            run.Outcome.Fail("usage", wrong.Message);
            return ExitCodes.Usage;
        }
        catch (PrismWorkflowException failure)
        {
            run.Outcome.Fail(failure.InnerException ?? failure);
            run.Outcome.Undone(failure.Outcomes);
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            run.Outcome.Fail("aborted", "Stopped; nothing was left behind.");
            return ExitCodes.Failure;
        }
        catch (Exception failure) when (failure is PrismException or SubmissionAssemblyException or SubmissionCheckException or RunFolderException or PullRequestException
            or ArchiveException or AddingRunsException or CommandException or IOException or UnauthorizedAccessException)
        {
            run.Outcome.Fail(failure);
            return ExitCodes.Failure;
        }
        catch (OptionsValidationException wrong)
        {
            run.Outcome.Fail("network", string.Join(' ', wrong.Failures));
            return ExitCodes.Failure;
        }
        catch (ArgumentException wrong)
        {
            run.Outcome.Fail("usage", wrong.Message);
            return ExitCodes.Usage;
        }
#pragma warning disable CA1031 // The one general catch of the tool: nobody is shown a stack trace.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            run.Outcome.Fail("internal", $"The tool failed ({failure.GetType().Name}): {failure.Message}");
            return ExitCodes.RuleFailure;
        }
    }
}
