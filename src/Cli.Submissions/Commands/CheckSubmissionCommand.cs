using System.CommandLine;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Prism.Client.Files;
using MlPerf.Endpoints.SubmissionCli.Checking;

namespace MlPerf.Endpoints.SubmissionCli.Commands;

/// <summary><c>check-submission PATH</c>: checks a submission on disk, with what GitHub's workflows can show.</summary>
internal static class CheckSubmissionCommand
{
    public static Command Create(CommandScope scope)
    {
        var path = new Argument<string>("PATH") { Description = "Folder of a submission, or of its organisation." };
        var strict = new Option<bool>("--strict") { Description = "Warnings fail too." };
        var output = new Option<string?>("--output", "-o") { Description = "Write the JSON report to a file.", HelpName = "FILE" };
        var annotate = new Option<bool>("--annotate") { Description = "Write GitHub annotations; the default where GITHUB_ACTIONS is true." };
        var noAnnotate = new Option<bool>("--no-annotate") { Description = "Write no GitHub annotations." };
        var command = new Command("check-submission", "Checks a submission on disk.\n\nExample:\n  endpoints-submission-cli check-submission submissions/acme --json") { path, strict, output, annotate, noAnnotate };
        return scope.Bind(command, async run =>
        {
            run.Outcome.Printed();
            var typed = run.Get(path)!;
            var target = Target(run, run.Get(output), typed);
            var report = await new SubmissionChecker(
                new DisplayedFolder(run.Host, typed),
                CheckSettings.Any(run.Host, run.SpecAsked, run.Get(scope.Options.Dialect)), BuiltinRules.Catalogue).RunAsync(cancellationToken: run.Cancellation).ConfigureAwait(false);
            run.Outcome.Report = report;
            var isGitHub = run.Host.Variable("GITHUB_ACTIONS") is "true";
            if (target is not null)
            {
                await DiskFile.WriteAsync(target.FullPath, System.Text.Encoding.UTF8.GetBytes(JsonReportWriter.ToJson(report))).ConfigureAwait(false);
            }

            if (!run.Get(noAnnotate) && (isGitHub || run.Get(annotate)))
            {
                GitHubAnnotations.Write(run.Host, report);
                await StepSummary.AppendAsync(run.Host, report, typed, run.Cancellation).ConfigureAwait(false);
            }

            if (run.IsJson)
            {
                run.Host.Output.WriteJson(JsonReportWriter.ToJson(report));
            }
            else
            {
                CheckOutput.Write(run.Host, report, isGitHub, run.IsQuiet, run.Get(strict));
            }

            return !report.HasRuleFailures && report.IsAcceptable(run.Get(strict)) ? SubmissionExitCodes.Done : SubmissionExitCodes.Failure;
        }, run => [run.Get(path)]);
    }

    /// <summary>The file of --output; that its folder is missing is wrong usage, in the reference a failure.</summary>
    private static OutputFile? Target(CommandRun run, string? typed, string input)
    {
        try
        {
            return OutputFile.Of(run.Host, typed, "--output", input);
        }
        catch (UsageException wrong) when (run.IsReference)
        {
            throw new CommandException("io", wrong.Message);
        }
    }
}
