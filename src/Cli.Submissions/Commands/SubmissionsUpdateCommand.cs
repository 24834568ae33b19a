using System.CommandLine;
using MlPerf.Endpoints.Prism.Client.Workflows;
using MlPerf.Endpoints.SubmissionCli.Rendering;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary><c>submissions update</c>: changes dates or runs.</summary>
internal static class SubmissionsUpdateCommand
{
    public static Command Create(CommandScope scope)
    {
        var id = RecordCommands.SubmissionId();
        var runIds = new Option<string[]>("--run-ids") { Description = "A run that the submission is to keep; may be given several times. In v1.0 runs may only be left out.", HelpName = "ID", Arity = ArgumentArity.OneOrMore };
        var publication = new PublicationOptions();
        var shared = new SharedFolderOptions();
        var command = new Command("update", "Changes a submission's dates or runs; where the runs change, its bundle is built anew.\n\nExample:\n  endpoints-submission-cli submissions update --submission-id c5a1d2b3-7e4f-4c60-9a8b-0d1e2f3a4b5c --target-availability-date 2027-02-01")
        {
            id, runIds,
        };
        publication.AddTo(command);
        shared.AddTo(command);
        return scope.Bind(command, async run =>
        {
            var (sources, documents) = shared.Of(run);
            var submissionId = run.Id(run.Get(id)!, "--submission-id");
            var ids = run.Get(runIds)?.Select(typed => run.Id(typed, "--run-ids")).ToArray();
            await run.RequireTokenAsync().ConfigureAwait(false);
            var profile = run.Profile;
            var change = new SubmissionChange
            {
                SubmissionId = submissionId,
                RunIds = ids is { Length: > 0 } ? ids : null,
                PublicationCycle = run.Get(publication.Cycle),
                TargetAvailabilityDate = publication.TargetDateOf(run),
                EmbargoDate = run.Get(publication.EmbargoDate) is not { } typed ? null
                    : profile.IsV1_0 || !run.IsReference ? EmbargoDate.Accept(typed, run.IsReference, mustBeLaterThan: null) : typed,
                SharedSources = sources,
                SharedDocuments = documents,
            };
            var workflows = await run.WorkflowsAsync(profile).ConfigureAwait(false);
            var changed = await workflows.UpdateAsync(change, run.Cancellation).ConfigureAwait(false);
            Say(run, submissionId, changed);
            return SubmissionExitCodes.Done;
        }, shared.Inputs);
    }

    private static void Say(CommandRun run, string id, ChangedSubmission changed)
    {
        run.Outcome.Id("submission_id", id);
        run.Outcome.Set("run_ids", changed.RunIds);
        switch (changed.Kind)
        {
            case SubmissionChangeKind.Nothing:
                run.Outcome.Say("Nothing to update: give runs or a date.");
                break;
            case SubmissionChangeKind.RunsUnchanged:
                run.Outcome.Say($"Submission {id} has these runs already.");
                break;
            case SubmissionChangeKind.Members:
                if (!run.IsJson && !run.IsQuiet && changed.Record is { } record)
                {
                    RecordTables.Submission(run.Host, record, run.Profile.IsV1_0);
                }

                run.Outcome.Say($"Updated submission {id}");
                break;
            default:
                run.Outcome.Say($"Updated submission {id}: {changed.RunIds.Count} runs");
                break;
        }
    }
}
