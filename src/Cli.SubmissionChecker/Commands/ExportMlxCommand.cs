using System.CommandLine;
using System.Globalization;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Export;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>export mlx PATH -o DIR</c>: writes results as MLX Benchmark Result envelopes.</summary>
internal static class ExportMlxCommand
{
    public static Command Create(ToolHost host)
    {
        var path = new Argument<string>("PATH") { Description = "Folder of a submission, or of one or more runs." };
        var output = new Option<string>("--output", "-o") { Description = "Folder that takes the envelopes; made if it is not there.", HelpName = "DIR", Required = true };
        var timestamp = new Option<string?>("--timestamp") { Description = "Start of the run, as 2026-05-04T09:03:21Z; otherwise the earliest that the summaries state.", HelpName = "TIME" };
        var commit = new Option<string?>("--git-sha") { Description = "The commit that was run; otherwise the one that all summaries name.", HelpName = "SHA" };
        var trigger = new Option<string>("--trigger") { Description = "What started the run.", DefaultValueFactory = _ => "local" };
        trigger.AcceptOnlyFromAmong("schedule", "pr", "workflow_dispatch", "local");
        var pullRequest = new Option<long?>("--pr-number") { Description = "The pull request, with --trigger pr.", HelpName = "N" };
        var suite = new Option<string?>("--suite") { Description = "Suite of accuracy envelopes; otherwise chosen by data set.", HelpName = "SUITE" };
        var raw = new Option<bool>("--raw") { Description = "Rows carry their point's summary, without histograms." };
        var oldest = new Option<bool>("--no-row-members") { Description = "Leave out the members of rows that the oldest state of the schema does not know." };
        var command = new Command("mlx", "Writes results as MLX Benchmark Result envelopes.\n\nExample:\n  submission-checker export mlx submissions/acme --output envelopes --git-sha fdf4257 --timestamp 2026-05-04T09:03:21Z")
        {
            path, output, timestamp, commit, trigger, pullRequest, suite, raw, oldest,
        };
        var packs = new PackOptions(host);
        packs.AddTo(command);
        command.SetAction(parsed => Run(
            host,
            parsed.GetValue(path)!,
            parsed.GetValue(output)!,
            packs.Catalogue(parsed),
            new MlxExportOptions
            {
                Timestamp = Time(parsed.GetValue(timestamp)),
                GitSha = parsed.GetValue(commit),
                Trigger = parsed.GetValue(trigger)!,
                PrNumber = parsed.GetValue(pullRequest),
                AccuracySuite = parsed.GetValue(suite),
                WritesRaw = parsed.GetValue(raw),
                WritesRowMembers = !parsed.GetValue(oldest),
            }));
        return command;
    }

    private static int Run(ToolHost host, string path, string output, RuleCatalogue catalogue, MlxExportOptions options)
    {
        if (options.Fault is { } fault)
        {
            throw new UsageException(fault);
        }

        if (File.Exists(host.Resolve(output)))
        {
            throw new UsageException($"--output: '{output}' is a file; name a folder.");
        }

        var source = new DisplayedFolder(host, path);
        if (source.KindOf(SubmissionPath.Root) is not EntryKind.Folder)
        {
            throw new UsageException($"There is no folder {path}. Name the folder of a submission or of a run.");
        }

        var export = Export(host, source, catalogue, options);
        if (!export.Files.IsEmpty)
        {
            Directory.CreateDirectory(host.Resolve(output));
        }

        foreach (var file in export.Files)
        {
            var place = Path.Combine(output, file.Name);
            OutputFile.Of(host, place, "--output")!.WriteUtf8(utf8 =>
            {
                utf8.Write(file.Utf8.Span);
                utf8.Write("\n"u8);
            });
            host.Output.WriteLine(place);
        }

        foreach (var problem in export.Problems)
        {
            host.Error.WriteLine(problem);
        }

        return export.Problems.IsEmpty ? CheckerExitCodes.Passed : CheckerExitCodes.Findings;
    }

    // A submission is checked first, as its rows say whether it passed; run folders belong to none.
    private static MlxExport Export(ToolHost host, DisplayedFolder source, RuleCatalogue catalogue, MlxExportOptions options)
    {
        if (!catalogue.Formats.Any(format => IsSubmission(format) && format.Recognise(source) is not null))
        {
            return MlxExporter.ExportRuns(source, options);
        }

        var report = new Core.Checking.SubmissionChecker(source, ReferenceData.Apply(host, new CheckerOptions()), catalogue).Run();
        return MlxExporter.Export(report.Submission, options with { CheckerPassed = report.Passed });
    }

    private static bool IsSubmission(ISubmissionFormat format)
        => format.Revisions.Any(revision => revision.Name == SpecRevision.V1_0.Name || revision.Name == SpecRevision.V0_7.Name);

    private static DateTimeOffset? Time(string? text)
        => text is null ? null
            : Rules.Mlx.Schema.Rfc3339.IsDateTime(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time
            : throw new UsageException($"'{text}' is no time that can be written; give it as 2026-05-04T09:03:21Z.");
}
