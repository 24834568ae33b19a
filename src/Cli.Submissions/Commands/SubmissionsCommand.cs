using System.CommandLine;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Prism.Client.Models;
using MlPerf.Endpoints.Prism.Client.Workflows;
using MlPerf.Endpoints.SubmissionCli.Rendering;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary><c>submissions …</c>: makes, lists, shows, changes and withdraws submissions.</summary>
internal static class SubmissionsCommand
{
    public static Command Create(CommandScope scope) => new("submissions", "Makes, lists, shows, changes and withdraws submissions.")
    {
        List(scope),
        Get(scope),
        SubmissionsCreateCommand.Create(scope),
        SubmissionsCreateLocalCommand.Create(scope),
        SubmissionsUpdateCommand.Create(scope),
        ChangeRun(scope, "remove-run", "Takes a run out of a submission and builds its bundle anew.", adds: false),
        ChangeRun(scope, "add-run", "Adds a run to a submission and builds its bundle anew (v0.7).", adds: true),
        Withdraw(scope),
    };

    public static Option<string> SubmissionId() => new("--submission-id") { Description = "The submission.", Required = true, HelpName = "ID" };

    private static Command List(CommandScope scope) => scope.Bind(
        new Command("list", "Lists your submissions.\n\nExample:\n  endpoints-submission-cli submissions list"),
        async run =>
        {
            await run.RequireTokenAsync().ConfigureAwait(false);
            var client = await run.ClientAsync().ConfigureAwait(false);
            var submissions = new List<SubmissionRecord>();
            await foreach (var record in client.ListSubmissionsAsync(run.Cancellation).ConfigureAwait(false))
            {
                submissions.Add(record);
            }

            Records.Print(run, submissions.ConvertAll(record => record.Json), "No submissions.", () => RecordTables.Submissions(run.Host, submissions, run.Profile.IsV1_0));
            return ExitCodes.Done;
        });

    private static Command Get(CommandScope scope)
    {
        var id = SubmissionId();
        var folder = DownloadFolder.Option();
        return scope.Bind(
            new Command("get", "Shows a submission, and downloads its bundle.\n\nExample:\n  endpoints-submission-cli submissions get --submission-id c5a1d2b3-7e4f-4c60-9a8b-0d1e2f3a4b5c") { id, folder },
            async run =>
            {
                var target = DownloadFolder.Of(run, folder);
                var submissionId = run.Id(run.Get(id)!, "--submission-id");
                await run.RequireTokenAsync().ConfigureAwait(false);
                var client = await run.ClientAsync().ConfigureAwait(false);
                DownloadFolder.Make(target);
                var record = await client.GetSubmissionAsync(submissionId, run.Cancellation).ConfigureAwait(false);
                if (run.IsJson)
                {
                    run.Outcome.Printed();
                    await run.Host.Output.WriteLineAsync(PrismJsonText.Indented(record.Json)).ConfigureAwait(false);
                }
                else
                {
                    RecordTables.Submission(run.Host, record, run.Profile.IsV1_0);
                }

                if (target is not null)
                {
                    var file = Path.Combine(target, $"{DownloadFolder.FileName(submissionId)}.tar.gz");
                    await client.DownloadBundleAsync(submissionId, file, run.Reporter.Transfer("bundle"), run.Cancellation).ConfigureAwait(false);
                    run.Outcome.Tell($"Saved {file}");
                }

                return ExitCodes.Done;
            });
    }

    private static Command ChangeRun(CommandScope scope, string name, string description, bool adds)
    {
        var id = SubmissionId();
        var runOption = new Option<string>("--run-id") { Description = "The run.", Required = true, HelpName = "ID" };
        var shared = new SharedFolderOptions();
        var command = new Command(name, $"{description}\n\nExample:\n  endpoints-submission-cli submissions {name} --submission-id c5a1d2b3-7e4f-4c60-9a8b-0d1e2f3a4b5c --run-id 0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01") { id, runOption };
        shared.AddTo(command);
        return scope.Bind(command, async run =>
        {
            var (sources, documents) = shared.Of(run);
            var change = new SubmissionChange { SubmissionId = run.Id(run.Get(id)!, "--submission-id"), SharedSources = sources, SharedDocuments = documents };
            var runId = run.Id(run.Get(runOption)!, "--run-id");
            await run.RequireTokenAsync().ConfigureAwait(false);
            var workflows = await run.WorkflowsAsync().ConfigureAwait(false);
            var changed = await (adds ? workflows.AddRunAsync(change, runId, run.Cancellation) : workflows.RemoveRunAsync(change, runId, run.Cancellation)).ConfigureAwait(false);
            run.Outcome.Id("submission_id", change.SubmissionId);
            run.Outcome.Set("run_ids", changed.RunIds);
            run.Outcome.Say(changed.Kind is SubmissionChangeKind.NoRunsLeft
                ? $"Took run {runId} out of submission {change.SubmissionId}, which has no runs left; its last bundle still lies there."
                : adds ? $"Added run {runId} to submission {change.SubmissionId}" : $"Took run {runId} out of submission {change.SubmissionId}");
            return ExitCodes.Done;
        });
    }

    private static Command Withdraw(CommandScope scope)
    {
        var id = SubmissionId();
        var deletes = new Option<bool>("--delete-bundle") { Description = "Delete the bundle too (the default of v0.7)." };
        return scope.Bind(
            new Command("withdraw", "Withdraws a submission; that is final.\n\nExample:\n  endpoints-submission-cli submissions withdraw --submission-id c5a1d2b3-7e4f-4c60-9a8b-0d1e2f3a4b5c --yes") { id, deletes },
            async run =>
            {
                var submissionId = run.Id(run.Get(id)!, "--submission-id");
                await run.RequireTokenAsync().ConfigureAwait(false);
                if (!run.IsReference)
                {
                    await run.ConfirmAsync($"Submission {submissionId} is withdrawn for good.").ConfigureAwait(false);
                }

                var workflows = await run.WorkflowsAsync().ConfigureAwait(false);
                await workflows.WithdrawAsync(submissionId, run.Get(deletes), run.Cancellation).ConfigureAwait(false);
                run.Outcome.Id("submission_id", submissionId);
                run.Outcome.Say($"Withdrew submission {submissionId}");
                return ExitCodes.Done;
            });
    }
}
