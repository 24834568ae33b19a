using System.CommandLine;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.SubmissionChecker.Terminal;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>check PATH…</c>: judges submissions.</summary>
internal static class CheckCommand
{
    public static Command Create(ToolHost host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Folder of a submission, or of its organisation.", Arity = ArgumentArity.OneOrMore };
        // Any number of paths would also swallow a mistyped option; a path that begins with a dash is written ./-path.
        paths.Validators.Add(given =>
        {
            if (given.Tokens.FirstOrDefault(token => token.Value is ['-', _, ..]) is { } option)
            {
                given.AddError($"There is no option '{option.Value}'.");
            }
        });
        var spec = new Option<string>("--spec") { Description = "Revision of the rules: auto, v0.7, v1.0, or the name of a pack's format.", DefaultValueFactory = _ => "auto", HelpName = "SPEC" };
        var dialect = new Option<string>("--dialect") { Description = "Dialect of v0.7: auto, readme, 0.1.1.10.", DefaultValueFactory = _ => "auto", HelpName = "DIALECT" };
        var strict = new Option<bool>("--strict") { Description = "Warnings fail too." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Leave out the list of passes." };
        var output = new Option<string?>("--output", "-o") { Description = "Write the JSON report to a file.", HelpName = "FILE" };
        var format = FormatOption.Create();
        var seedSets = new Option<string?>("--seed-sets") { Description = "File with the published seed sets; otherwise MLPERF_ENDPOINTS_SEED_SETS, otherwise the bundled ones.", HelpName = "FILE" };
        var drafters = new Option<string?>("--approved-drafters") { Description = "File with the approved drafters; otherwise MLPERF_ENDPOINTS_APPROVED_DRAFTERS, otherwise the bundled ones.", HelpName = "FILE" };
        var followLinks = new Option<bool>("--follow-links") { Description = "Follow links that lead out of the submission." };
        var optIn = new Option<string[]>("--opt-in") { Description = "Run an opt-in rule, or the opt-in rules of a pack; may be given several times.", HelpName = "NAME", Arity = ArgumentArity.OneOrMore };
        var each = new Option<bool>("--each") { Description = "Find every submission below PATH and check each by itself." };
        var packs = new PackOptions(host);

        var command = new Command("check", "Checks submissions and says what is wrong, where, and how to mend it.\n\nExample:\n  submission-checker check submissions/acme --output report.json")
        {
            paths, spec, dialect, strict, quiet, output, format, seedSets, drafters, followLinks, optIn, each,
        };
        packs.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var file = OutputFile.Of(host, parsed.GetValue(output), "--output", [.. parsed.GetValue(paths)!, parsed.GetValue(seedSets), parsed.GetValue(drafters), .. packs.Inputs(parsed)]);
            var options = ReferenceData.Apply(host, new CheckerOptions
            {
                Spec = parsed.GetValue(spec)!,
                Dialect = parsed.GetValue(dialect)!,
                Strict = parsed.GetValue(strict),
                SeedSetsFile = parsed.GetValue(seedSets),
                ApprovedDraftersFile = parsed.GetValue(drafters),
                SourceLimits = SourceLimits.Default with { FollowLinks = parsed.GetValue(followLinks) },
            });
            foreach (var name in parsed.GetValue(optIn) ?? [])
            {
                options.OptIn.Add(name);
            }

            var catalogue = packs.Catalogue(parsed, parsed.GetValue(optIn) ?? []);
            var targets = parsed.GetValue(each)
                ? parsed.GetValue(paths)!.SelectMany(path => SubmissionsBelow(host, path, options, catalogue))
                : parsed.GetValue(paths)!.Select(path => new DisplayedFolder(host, path, options.SourceLimits));
            var reports = new List<Report>();
            foreach (var target in targets)
            {
                reports.Add(await CheckAsync(host, target, options, catalogue, stop).ConfigureAwait(false));
            }

            file?.WriteUtf8(utf8 => WriteJson(utf8, reports));
            if (parsed.IsJson(format))
            {
                host.Output.WriteJson(utf8 => WriteJson(utf8, reports));
            }
            else
            {
                WriteText(host, reports, parsed.GetValue(quiet), options.Strict);
            }

            return CheckerExitCodes.Combine(reports.Select(report => report.HasRuleFailures ? CheckerExitCodes.Failure : report.IsAcceptable(options.Strict) ? CheckerExitCodes.Passed : CheckerExitCodes.Findings));
        });
        return command;
    }

    private static IEnumerable<ISubmissionSource> SubmissionsBelow(ToolHost host, string path, CheckerOptions options, RuleCatalogue catalogue)
    {
        var source = new DisplayedFolder(host, path, options.SourceLimits);
        var (found, boundsReached) = SubmissionFinder.Find(source, catalogue.Formats, limits: options.SourceLimits);
        foreach (var bound in boundsReached)
        {
            host.Error.WriteLine($"warning: {path}: {bound}. Submissions there are not checked.");
        }

        return found.Count > 0
            ? found.Select(submission => new SubfolderSource(source, submission.Path))
            : throw new UsageException($"There is no submission below {path}: no folder in it holds 'results', or 'pareto' and 'systems'.");
    }

    private static async Task<Report> CheckAsync(ToolHost host, ISubmissionSource target, CheckerOptions options, RuleCatalogue catalogue, CancellationToken stop)
    {
        using var line = ProgressLine.Start(host);
        try
        {
            return await new Core.Checking.SubmissionChecker(target, options, catalogue).RunAsync(line is null ? null : new CheckProgressLine(line, target.DisplayRoot), stop).ConfigureAwait(false);
        }
        catch (ArgumentException wrong)
        {
            throw new UsageException(wrong.ParamName is { } name ? wrong.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : wrong.Message);
        }
    }

    private static void WriteJson(Stream utf8, List<Report> reports)
    {
        if (reports is [var single])
        {
            JsonReportWriter.Write(utf8, single);
        }
        else
        {
            JsonReportWriter.Write(utf8, reports);
        }
    }

    private static void WriteText(ToolHost host, List<Report> reports, bool isQuiet, bool isStrict)
    {
        foreach (var report in reports)
        {
            TextReports.Write(host, report, isQuiet, isStrict);
            if (report.Submission.Candidates is { Count: > 0 } candidates)
            {
                host.Output.WriteLine($"hint: {report.DisplayRoot} holds several submissions ({string.Join(", ", candidates)}); check one of them, or all with --each.");
            }

            if (reports.Count > 1)
            {
                host.Output.WriteLine();
            }
        }

        if (reports.Count > 1)
        {
            SummaryTable.Write(host.Output, reports, isStrict);
        }
    }
}
