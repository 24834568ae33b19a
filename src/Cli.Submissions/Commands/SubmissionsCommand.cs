using System.CommandLine;
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

    private static Command List(CommandScope scope) => RecordCommands.List(
        scope, "Lists your submissions.\n\nExample:\n  endpoints-submission-cli submissions list", "No submissions.",
        (client, cancellation) => client.ListSubmissionsAsync(cancellation), submission => submission.Json, (run, records) => RecordTables.Submissions(run.Host, records, run.Profile.IsV1_0));

    private static Command Get(CommandScope scope) => RecordCommands.Get(
        scope, "Shows a submission, and downloads its bundle.\n\nExample:\n  endpoints-submission-cli submissions get --submission-id c5a1d2b3-7e4f-4c60-9a8b-0d1e2f3a4b5c", RecordCommands.SubmissionId(),
        (client, id, cancellation) => client.GetSubmissionAsync(id, cancellation), run => record => RecordTables.Submission(run.Host, record, run.Profile.IsV1_0), record => record.Json,
        (client, id, file, progress, cancellation) => client.DownloadBundleAsync(id, file, progress, cancellation));

    private static Command ChangeRun(CommandScope scope, string name, string description, bool adds)
    {
        var id = RecordCommands.SubmissionId();
        var runOption = RecordCommands.RunId();
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
            return SubmissionExitCodes.Done;
        }, shared.Inputs);
    }

    private static Command Withdraw(CommandScope scope)
    {
        var id = RecordCommands.SubmissionId();
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
                return SubmissionExitCodes.Done;
            });
    }
}
