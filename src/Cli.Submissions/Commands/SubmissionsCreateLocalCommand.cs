using System.CommandLine;
using MlPerf.Endpoints.Prism.Client.Workflows;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary><c>submissions create-local</c>: registers a finished submission on disk.</summary>
internal static class SubmissionsCreateLocalCommand
{
    public static Command Create(CommandScope scope)
    {
        var path = new Option<string>("--path") { Description = "The organisation's folder.", Required = true, HelpName = "DIR" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check and list, make nothing." };
        var what = new SubmissionOptions();
        var command = new Command("create-local", "Registers the runs of a finished submission on disk, then the submission.\n\nExample:\n  endpoints-submission-cli submissions create-local --path acme --division standardized --scenario cop --availability available") { path, dryRun };
        what.AddTo(command);
        return scope.Bind(command, async run =>
        {
            var typed = run.Get(path)!;
            var folder = Path.IsPathRooted(typed) ? typed : Path.Combine(run.Host.WorkingFolder, typed);
            if (File.Exists(folder))
            {
                throw new UsageException($"--path: '{typed}' is a file; expected a folder.");
            }

            var profile = run.ProfileOf(IsV0_7(run, folder));
            var workflows = await run.WorkflowsAsync(profile).ConfigureAwait(false);
            var created = await workflows.CreateFromLocalAsync(new LocalSubmission { Path = folder, Creation = what.Of(run, profile) with { IsDryRun = run.Get(dryRun) } }, run.Cancellation).ConfigureAwait(false);
            await SubmissionsCreateCommand.FinishAsync(run, created, output: null).ConfigureAwait(false);
            return ExitCodes.Done;
        });
    }

    /// <summary>The revision that was asked for, else the one whose layout the folder has.</summary>
    private static bool IsV0_7(CommandRun run, string folder)
        => run.SpecAsked is { } asked ? asked is "v0.7" : Directory.Exists(Path.Combine(folder, "pareto")) || Directory.Exists(Path.Combine(folder, "systems"));
}
