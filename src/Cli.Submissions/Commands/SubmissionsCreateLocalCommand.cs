using System.CommandLine;
using System.Text.Json;
using MlPerf.Endpoints.Prism.Client.Workflows;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary><c>submissions create-local</c>: registers a finished submission on disk.</summary>
internal static class SubmissionsCreateLocalCommand
{
    public static Command Create(CommandScope scope)
    {
        var path = new Option<string>("--path") { Description = "The organisation's folder.", Required = true, HelpName = "DIR" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check and list, make nothing." };
        var resume = new Option<string?>("--resume") { Description = "Report (--report) of an attempt that was kept (--keep-on-failure): its runs are not registered again.", HelpName = "FILE" };
        var what = new SubmissionOptions();
        var command = new Command("create-local", "Registers the runs of a finished submission on disk, then the submission.\n\nExample:\n  endpoints-submission-cli submissions create-local --path acme --division standardized --scenario cop --availability available") { path, dryRun, resume };
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
            var created = await workflows.CreateFromLocalAsync(new LocalSubmission { Path = folder, Creation = what.Of(run, profile) with { IsDryRun = run.Get(dryRun) }, RegisteredRuns = Registered(run, run.Get(resume)) }, run.Cancellation).ConfigureAwait(false);
            await SubmissionsCreateCommand.FinishAsync(run, created, output: null).ConfigureAwait(false);
            return SubmissionExitCodes.Done;
        }, run => [run.Get(path)]);
    }

    /// <summary>Complete runs of an earlier attempt by result folder.</summary>
    private static Dictionary<string, string> Registered(CommandRun run, string? report)
    {
        var runs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (report is null)
        {
            return runs;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(run.Host.Resolve(report)));
            foreach (var entry in document.RootElement.GetProperty("undone").EnumerateArray())
            {
                if (!entry.GetProperty("undone").GetBoolean() && entry.GetProperty("complete").GetBoolean() && entry.GetProperty("subject").GetString() is { } folder)
                {
                    runs[folder] = entry.GetProperty("id").GetString() ?? "";
                }
            }

            return runs;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UsageException($"--resume: '{report}' is no report of an earlier attempt.");
        }
    }

    /// <summary>The revision that was asked for, else the one whose layout the folder has.</summary>
    private static bool IsV0_7(CommandRun run, string folder)
        => run.SpecAsked is { } asked ? asked is "v0.7" : Directory.Exists(Path.Combine(folder, "pareto")) || Directory.Exists(Path.Combine(folder, "systems"));
}
