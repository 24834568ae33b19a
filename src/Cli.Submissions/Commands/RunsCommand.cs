using System.CommandLine;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Prism.Client.Workflows;
using MlPerf.Endpoints.SubmissionCli.Rendering;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary><c>runs …</c>: registers, lists, shows, pins and deletes benchmark runs.</summary>
internal static class RunsCommand
{
    public static Command Create(CommandScope scope) => new("runs", "Registers, lists, shows, pins and deletes benchmark runs.")
    {
        List(scope),
        Get(scope),
        Make(scope),
        Delete(scope),
        Pin(scope, "pin", "Keeps a run past its expiry.", pins: true),
        Pin(scope, "unpin", "Lets a run expire again.", pins: false),
    };

    private static Command List(CommandScope scope) => RecordCommands.List(
        scope, "Lists your runs.\n\nExample:\n  endpoints-submission-cli runs list --json", "No runs.",
        (client, cancellation) => client.ListRunsAsync(cancellation), run => run.Json, (run, records) => RecordTables.Runs(run.Host, records));

    private static Command Get(CommandScope scope) => RecordCommands.Get(
        scope, "Shows a run, and downloads its archive.\n\nExample:\n  endpoints-submission-cli runs get --run-id 0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01 --download-to archives", RecordCommands.RunId(),
        (client, id, cancellation) => client.GetRunAsync(id, cancellation), run => run.Profile.IsV1_0 ? record => RecordTables.Run(run.Host, record) : null, record => record.Json,
        (client, id, file, progress, cancellation) => client.DownloadRunArchiveAsync(id, file, progress, cancellation));

    private static Command Make(CommandScope scope)
    {
        var path = new Option<string>("--path") { Description = "The report folder of the benchmark tool.", Required = true, HelpName = "DIR" };
        var expires = new Option<string?>("--expires-at") { Description = "When the run may be deleted.", HelpName = "TIME" };
        var pinned = new Option<bool>("--pinned") { Description = "Keep the run past its expiry." };
        var test = new Option<bool>("--test") { Description = "Register as a test; fixed from then on (v1.0)." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would be sent, send nothing." };
        var resume = new Option<string?>("--resume") { Description = "Id of a run whose archive is still missing: upload it.", HelpName = "RUN" };
        return scope.Bind(
            new Command("create", "Registers a run folder and uploads its archive.\n\nExample:\n  endpoints-submission-cli runs create --path reports/nx8_c48") { path, expires, pinned, test, dryRun, resume },
            async run =>
            {
                var registration = new RunRegistration
                {
                    Path = FullPathKeepingTheEnd(run, run.Get(path)!),
                    ExpiresAt = run.Get(expires),
                    Pinned = run.Get(pinned),
                    IsTest = run.Get(test),
                    ResumeId = run.Get(resume) is { } id ? run.Id(id, "--resume") : null,
                };
                var workflows = await run.WorkflowsAsync().ConfigureAwait(false);
                if (run.Get(dryRun))
                {
                    run.Outcome.Printed();
                    run.Host.Output.WriteJson(PrismJsonText.Indented(workflows.PreviewRun(registration).ToJson()));
                    return SubmissionExitCodes.Done;
                }

                var registered = await workflows.RegisterRunAsync(registration, run.Cancellation).ConfigureAwait(false);
                run.Outcome.Id("run_id", registered.Id);
                run.Outcome.Set("archive_uri", registered.ArchiveUri);
                run.Outcome.Say($"Registered run {registered.Id}{(registered.ArchiveUri is { } uri ? $", archive {uri}" : "")}");
                return SubmissionExitCodes.Done;
            },
            run => [run.Get(path)]);
    }

    private static Command Delete(CommandScope scope)
    {
        var id = RecordCommands.RunId();
        return scope.Bind(
            new Command("delete", "Deletes a run and its archive.\n\nExample:\n  endpoints-submission-cli runs delete --run-id 0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01 --yes") { id },
            async run =>
            {
                var runId = run.Id(run.Get(id)!, "--run-id");
                await run.RequireTokenAsync().ConfigureAwait(false);
                if (!run.IsReference)
                {
                    await run.ConfirmAsync($"Run {runId} and its archive are deleted for good. The archive goes first: a run that belongs to a submission loses it, and its record is then refused.").ConfigureAwait(false);
                }

                var workflows = await run.WorkflowsAsync(withPullRequests: false).ConfigureAwait(false);
                if (await workflows.DeleteRunWithArchiveAsync(runId, run.Cancellation).ConfigureAwait(false) is { } warning)
                {
                    run.Outcome.Warn($"The archive was not deleted: {warning}");
                }

                run.Outcome.Id("run_id", runId);
                run.Outcome.Say($"Deleted run {runId}");
                return SubmissionExitCodes.Done;
            });
    }

    private static Command Pin(CommandScope scope, string name, string description, bool pins)
    {
        var id = RecordCommands.RunId();
        return scope.Bind(
            new Command(name, $"{description}\n\nExample:\n  endpoints-submission-cli runs {name} --run-id 0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01") { id },
            async run =>
            {
                var runId = run.Id(run.Get(id)!, "--run-id");
                await run.RequireTokenAsync().ConfigureAwait(false);
                var client = await run.ClientAsync().ConfigureAwait(false);
                await (pins ? client.PinRunAsync(runId, run.Cancellation) : client.UnpinRunAsync(runId, run.Cancellation)).ConfigureAwait(false);
                run.Outcome.Id("run_id", runId);
                run.Outcome.Say(pins ? $"Pinned run {runId}" : $"Unpinned run {runId}");
                return SubmissionExitCodes.Done;
            });
    }

    /// <summary>Absolute, but with the last part as typed: the reference names the archive's top folder after it.</summary>
    private static string FullPathKeepingTheEnd(CommandRun run, string typed)
        => Path.IsPathRooted(typed) ? typed : Path.Combine(run.Host.WorkingFolder, typed.Length == 0 ? "." : typed);
}
