using System.CommandLine;
using MlPerf.Endpoints.Prism.Client.Archives;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.Workflows;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary><c>submissions create</c>: from runs to a submission.</summary>
internal static class SubmissionsCreateCommand
{
    public static Command Create(CommandScope scope)
    {
        var what = new SubmissionOptions();
        var shared = new SharedFolderOptions();
        var runIds = new Option<string[]>("--run-ids") { Description = "A run; may be given several times.", HelpName = "ID", Arity = ArgumentArity.OneOrMore };
        var local = new Option<string[]>("--run") { Description = "A run folder or archive on this machine, for dry runs without token or network; may be given several times.", HelpName = "PATH", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--output") { Description = "With --dry-run: write what was assembled below this folder.", HelpName = "DIR" };
        var test = new Option<bool>("--test") { Description = "Make a test submission (v1.0)." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Assemble and check, make nothing." };
        var resume = new Option<string?>("--resume") { Description = "Id of a submission whose bundle is still missing: build and upload it.", HelpName = "SUBMISSION" };
        var command = new Command("create", "Downloads runs, assembles and checks a submission, uploads it.\n\nExample:\n  endpoints-submission-cli submissions create --division standardized --scenario cop --availability available --run-ids 0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01 --run-ids 1a7e92d4-0c3f-4e5b-8a61-2f9d7c5b3e02");
        what.AddTo(command);
        shared.AddTo(command);
        foreach (var option in new Option[] { runIds, local, output, test, dryRun, resume })
        {
            command.Options.Add(option);
        }

        return scope.Bind(command, async run =>
        {
            var (sources, documents) = shared.Of(run);
            var isLocal = run.Get(local) is { Length: > 0 };
            var isDry = run.Get(dryRun);
            var ids = Ids(run, run.Get(runIds) ?? []);
            Refuse(run, isLocal, isDry, ids, run.Get(output));
            var creation = what.Of(run, run.Profile) with
            {
                RunIds = ids,
                SharedSources = sources,
                SharedDocuments = documents,
                IsTest = run.Get(test),
                IsDryRun = isDry,
                ResumeId = run.Get(resume) is { } id ? run.Id(id, "--resume") : null,
            };
            await ConsentAsync(run, creation).ConfigureAwait(false);
            if (isLocal)
            {
                creation = creation with { LocalRuns = Local(run, run.Get(local)!) };
            }
            else
            {
                await run.RequireTokenAsync().ConfigureAwait(false);
            }

            var workflows = await run.WorkflowsAsync().ConfigureAwait(false);
            var created = await workflows.CreateSubmissionAsync(creation, run.Cancellation).ConfigureAwait(false);
            await FinishAsync(run, created, run.Get(output)).ConfigureAwait(false);
            return SubmissionExitCodes.Done;
        }, run => [.. run.Get(local) ?? [], .. shared.Inputs(run)]);
    }

    /// <summary>Says what was made: the tree of a dry run, or the new id.</summary>
    public static async Task FinishAsync(CommandRun run, CreatedSubmission created, string? output)
    {
        run.Outcome.Manifest = created.Manifest;
        if (created.Id is not { } id)
        {
            if (output is not null)
            {
                await created.Submission.WriteToAsync(run.Host.Resolve(output), run.Cancellation).ConfigureAwait(false);
            }

            run.Outcome.Set("files", [.. created.Submission.Files.Keys]);
            run.Outcome.Say($"{created.Submission.Organisation}/");
            foreach (var entry in created.Submission.Entries())
            {
                var path = entry.TrimEnd('/');
                run.Outcome.Say($"{new string(' ', 2 * (path.Count(c => c == '/') + 1))}{path[(path.LastIndexOf('/') + 1)..]}{(entry.EndsWith('/') ? "/" : "")}");
            }

            return;
        }

        run.Outcome.Id("submission_id", id);
        run.Outcome.Set("run_ids", created.RunIds);
        run.Outcome.Set("pr_url", created.PullRequest?.Url);
        run.Outcome.Say($"Made submission {id}{(created.PullRequest is { } request ? $", pull request {request.Url}" : "")}");
    }

    private static void Refuse(CommandRun run, bool isLocal, bool isDry, string[] ids, string? output)
    {
        if (isLocal ? ids.Length > 0 || !isDry : ids.Length == 0)
        {
            throw new UsageException(isLocal ? "--run goes with --dry-run, and without --run-ids." : "--run-ids: at least one run is needed.");
        }

        if (output is not null && !isDry)
        {
            throw new UsageException("--output goes with --dry-run.");
        }

        if (!run.IsReference && ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UsageException($"--run-ids: {twice.Key} is given twice.");
        }
    }

    /// <summary>Unreviewed results become public: that needs consent.</summary>
    private static async Task ConsentAsync(CommandRun run, SubmissionCreation creation)
    {
        if (!creation.EarlyPublish || creation.IsDryRun || !run.Profile.IsV1_0)
        {
            return;
        }

        run.Host.Error.WriteLine("Results of a provisional submission become public before anybody has reviewed them.");
        if (!run.Yes)
        {
            await run.AskAsync("Publish provisionally?").ConfigureAwait(false);
        }
    }

    private static string[] Ids(CommandRun run, string[] typed) => [.. typed.Select(id => run.Id(id, "--run-ids"))];

    private static RunInput[] Local(CommandRun run, string[] paths) => [.. paths.Select(typed =>
    {
        var path = run.Host.Resolve(typed);
        return Directory.Exists(path) ? RunInput.FromFolder(typed, path)
            : File.Exists(path) ? RunInput.FromArchive(typed, path, ArchiveLimits.Default)
            : throw new UsageException($"--run: '{typed}' is neither a folder nor a file.");
    })];
}
