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
    public static Command Create()
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
        var format = new Option<string>("--format") { Description = "What is printed: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var seedSets = new Option<string?>("--seed-sets") { Description = "File with the published seed sets; otherwise MLPERF_ENDPOINTS_SEED_SETS, otherwise the bundled ones.", HelpName = "FILE" };
        var drafters = new Option<string?>("--approved-drafters") { Description = "File with the approved drafters; otherwise MLPERF_ENDPOINTS_APPROVED_DRAFTERS, otherwise the bundled ones.", HelpName = "FILE" };
        var followLinks = new Option<bool>("--follow-links") { Description = "Follow links that lead out of the submission." };
        var optIn = new Option<string[]>("--opt-in") { Description = "Run an opt-in rule, or the opt-in rules of a pack; may be given several times.", HelpName = "NAME", Arity = ArgumentArity.OneOrMore };
        var each = new Option<bool>("--each") { Description = "Find every submission below PATH and check each by itself." };
        var packs = new PackOptions();

        var command = new Command("check", "Checks submissions and says what is wrong, where, and how to mend it.\n\nExample:\n  submission-checker check submissions/acme --output report.json")
        {
            paths, spec, dialect, strict, quiet, output, format, seedSets, drafters, followLinks, optIn, each,
        };
        packs.AddTo(command);
        command.SetAction(parsed =>
        {
            OutputFile.Check(parsed.GetValue(output), parsed.GetValue(paths)!);
            var options = ReferenceDataVariables.Apply(new CheckerOptions
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
                ? parsed.GetValue(paths)!.SelectMany(path => SubmissionsBelow(path, options, catalogue))
                : Folders(parsed.GetValue(paths)!, options);
            return Run(targets, options, catalogue, parsed.GetValue(output), parsed.GetValue(format) is "json", parsed.GetValue(quiet));
        });
        return command;
    }

    /// <summary>Runs <c>check [-q] PATH…</c>, which most checks are, without the parser: that takes a tenth of the time of a small check.</summary>
    /// <returns>The exit code; null for any other command line.</returns>
    public static int? RunPlain(string[] args)
    {
        if (args is not ["check", ..])
        {
            return null;
        }

        var (paths, isQuiet) = (new List<string>(args.Length), false);
        foreach (var arg in args.AsSpan(1))
        {
            if (arg is "-q" or "--quiet")
            {
                isQuiet = true;
            }
            else if (arg is "" or ['-' or '@' or '[', ..] || (arg[0] == '/' && !Path.Exists(arg)))
            {
                // An option, a response file, a directive, or help as it is asked for on Windows.
                return null;
            }
            else
            {
                paths.Add(arg);
            }
        }

        var options = ReferenceDataVariables.Apply(new CheckerOptions());
        return paths.Count == 0 ? null : Run(Folders(paths, options), options, PackOptions.OwnCatalogue(), output: null, isJson: false, isQuiet);
    }

    private static IEnumerable<ISubmissionSource> Folders(IReadOnlyList<string> paths, CheckerOptions options)
    {
        foreach (var path in paths)
        {
            yield return new FolderSource(path, options.SourceLimits);
        }
    }

    private static IEnumerable<ISubmissionSource> SubmissionsBelow(string path, CheckerOptions options, RuleCatalogue catalogue)
    {
        var source = new FolderSource(path, options.SourceLimits);
        var found = SubmissionFinder.Find(source, catalogue.Formats, limits: options.SourceLimits).Found;
        return found.Count > 0
            ? found.Select(submission => new SubfolderSource(source, submission.Path))
            : throw new UsageException($"There is no submission below {path}: no folder in it holds 'results', or 'pareto' and 'systems'.");
    }

    private static int Run(IEnumerable<ISubmissionSource> targets, CheckerOptions options, RuleCatalogue catalogue, string? output, bool isJson, bool isQuiet)
    {
        var reports = new List<Report>();
        foreach (var target in targets)
        {
            reports.Add(Check(target, options, catalogue));
        }

        if (output is not null)
        {
            OutputFile.Write(output, utf8 => WriteJson(utf8, reports));
        }

        using var standard = StandardStream.OpenOutput();
        if (isJson)
        {
            WriteJson(standard, reports);
            standard.Write("\n"u8);
        }
        else
        {
            using var text = new StreamWriter(standard, Program.Utf8, 1 << 14);
            WriteText(text, reports, TerminalSettings.ForReports(isQuiet, options.Strict));
        }

        var exitCode = ExitCodes.Passed;
        foreach (var report in reports)
        {
            exitCode = Math.Max(exitCode, report.HasRuleFailures ? ExitCodes.Failure : report.IsAcceptable(options.Strict) ? ExitCodes.Passed : ExitCodes.Findings);
        }

        return exitCode;
    }

    private static Report Check(ISubmissionSource target, CheckerOptions options, RuleCatalogue catalogue)
    {
        using var progress = ProgressLine.Start(target.DisplayRoot);
        try
        {
            var checker = new Core.Checking.SubmissionChecker(target, options, catalogue);
            return progress is null ? checker.Run() : checker.RunAsync(progress).GetAwaiter().GetResult();
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

    private static void WriteText(TextWriter text, List<Report> reports, TextReportOptions options)
    {
        foreach (var report in reports)
        {
            TextReportWriter.Write(text, report, options);
            if (report.Submission.Candidates is { Count: > 0 } candidates)
            {
                text.Write($"hint: {report.DisplayRoot} holds several submissions ({string.Join(", ", candidates)}); check one of them, or all with --each.\n");
            }

            if (reports.Count > 1)
            {
                text.Write('\n');
            }
        }

        if (reports.Count > 1)
        {
            SummaryTable.Write(text, reports, options);
        }
    }
}
