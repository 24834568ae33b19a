using System.CommandLine;
using Microsoft.Extensions.Options;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.GitHub;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Runs;
using MlPerf.Endpoints.Prism.Client.Workflows;

namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>What commands share: running an action, and turning its failures into messages and exit codes.</summary>
internal sealed class CommandScope(CommonOptions options, ToolHost host)
{
    public CommonOptions Options => options;

    public ToolHost Host => host;

    /// <summary>Gives a command its action.</summary>
    /// <param name="command">The command.</param>
    /// <param name="action">Does the work; what it returns is the exit code.</param>
    /// <param name="inputs">Files and folders that the command reads, which no output may replace.</param>
    public Command Bind(Command command, Func<CommandRun, Task<int>> action, Func<CommandRun, IEnumerable<string?>>? inputs = null)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            using var run = new CommandRun(options, host, parsed, cancellation);
            OutputFile? report = null;
            var exit = await ExecuteAsync(run, FindReport).ConfigureAwait(false);
            if (exit == SubmissionExitCodes.Done)
            {
                exit = await ExecuteAsync(run, action).ConfigureAwait(false);
                var written = await ExecuteAsync(run, WriteReportAsync).ConfigureAwait(false);
                exit = exit == SubmissionExitCodes.Done ? written : exit;
            }

            try
            {
                run.Outcome.Print(exit == SubmissionExitCodes.Done);
                host.Output.Flush();
                return exit;
            }
            catch (IOException failure)
            {
                host.Error.WriteLine($"error: output cannot be written: {failure.Message}");
                return SubmissionExitCodes.Failure;
            }

            Task<int> FindReport(CommandRun beginning)
            {
                report = OutputFile.Of(host, parsed.GetValue(options.Report), options.Report.Name, inputs?.Invoke(beginning) ?? []);
                return Task.FromResult(SubmissionExitCodes.Done);
            }

            async Task<int> WriteReportAsync(CommandRun finished)
            {
                if (report is not null)
                {
                    await finished.Outcome.WriteReportAsync(report, exit == SubmissionExitCodes.Done).ConfigureAwait(false);
                }

                return SubmissionExitCodes.Done;
            }
        });
        return command;
    }

    private static async Task<int> ExecuteAsync(CommandRun run, Func<CommandRun, Task<int>> action)
    {
        try
        {
            var exit = await action(run).ConfigureAwait(false);
            run.Host.Output.Flush();
            return exit;
        }
        catch (UsageException wrong)
        {
            run.Outcome.Fail("usage", wrong.Message);
            return SubmissionExitCodes.Usage;
        }
        catch (PrismWorkflowException failure)
        {
            run.Outcome.Fail(failure.InnerException ?? failure);
            run.Outcome.Undone(failure.Outcomes);
            return failure.InnerException is OperationCanceledException ? Stopped(run) : SubmissionExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            run.Outcome.Fail("aborted", "Stopped; nothing was left behind.");
            return Stopped(run);
        }
        catch (Exception failure) when (failure is PrismException or SubmissionAssemblyException or SubmissionCheckException or RunFolderException or PullRequestException
            or ArchiveException or AddingRunsException or CommandException or IOException or UnauthorizedAccessException)
        {
            run.Outcome.Fail(failure);
            return SubmissionExitCodes.Failure;
        }
        catch (OptionsValidationException wrong)
        {
            run.Outcome.Fail("network", string.Join(' ', wrong.Failures));
            return SubmissionExitCodes.Failure;
        }
        catch (ArgumentException wrong)
        {
            run.Outcome.Fail("usage", wrong.Message);
            return SubmissionExitCodes.Usage;
        }
#pragma warning disable CA1031 // As in the loop around every command; here the outcome is still written.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            run.Outcome.Defect(failure);
            return SubmissionExitCodes.Failure;
        }
    }

    private static int Stopped(CommandRun run) => run.Cancellation.IsCancellationRequested ? SubmissionExitCodes.Interrupted : SubmissionExitCodes.Failure;
}
