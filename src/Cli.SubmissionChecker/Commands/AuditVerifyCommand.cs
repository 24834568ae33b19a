using System.CommandLine;
using System.Numerics;
using MlPerf.Endpoints.Audits.Recheck;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>audit verify</c>: judges a finished audit again.</summary>
internal static class AuditVerifyCommand
{
    public static Command Create(ToolHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "The audit's folder, <report_dir>/audit; one of several audits or the folder above them all." };
        var audit = new Option<string?>("--audit") { Description = "The audit, where the files do not tell.", HelpName = "ID" };
        var threshold = new Option<double?>("--threshold") { Description = "Tolerance, in place of that of the files.", HelpName = "T" };
        threshold.Require(static value => value is > 0 and < 1, "a number between 0 and 1");
        var samples = new Option<long?>("--samples") { Description = "Count of the reference, in place of that of the files.", HelpName = "N" };
        var auditSamples = new Option<long?>("--audit-samples") { Description = "Count of the fixed-sample phase, in place of that of the files.", HelpName = "N" };
        var index = new Option<long?>("--sample-index") { Description = "The repeated row, in place of that of the files.", HelpName = "N" };
        var countFailed = new Option<bool>("--count-failed-as-completed") { Description = "Count failed requests as completed ones, as the benchmark tool does." };
        var format = FormatOption.Create();
        var packs = new AuditPackOptions(host);
        var command = new Command("verify", "Judges a finished audit again from its evidence and compares with the stored verdict.\n\nExample:\n  submission-checker audit verify results/wan22/audit")
        {
            folder, audit, threshold, samples, auditSamples, index, countFailed, format,
        };
        packs.AddTo(command);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder)!;
            if (!Directory.Exists(path))
            {
                throw new UsageException($"The folder does not exist: {path}. Name the folder 'audit' of a run.");
            }

            var registry = packs.Load(parsed).Registry;
            if (parsed.GetValue(audit) is { } id && registry.Find(id) is null)
            {
                throw new UsageException($"There is no audit '{id}'; there are {string.Join(", ", registry.Audits.Select(known => known.Id))}.");
            }

            var recheck = new AuditRecheck(registry);
            var options = new RecheckOptions
            {
                AuditId = parsed.GetValue(audit),
                Threshold = parsed.GetValue(threshold),
                Samples = Whole(parsed.GetValue(samples)),
                AuditSamples = Whole(parsed.GetValue(auditSamples)),
                SampleIndex = Whole(parsed.GetValue(index)),
                CountFailedAsCompleted = parsed.GetValue(countFailed),
            };
            var folders = Folders(recheck, path);

            // Whoever names the run means its audits.
            folders = folders.Count == 0 && Directory.Exists(Path.Join(path, "audit")) ? Folders(recheck, Path.Join(path, "audit")) : folders;
            var results = folders.DefaultIfEmpty(path).Select(one => recheck.Check(one, options));
            return AuditOutput.Report(
                host,
                [.. results.Select(result => new AuditLine(result.AuditId, result.OutcomeName, result.Message, result.Error, result.Warnings, result.Verdict, result.ExitCode))],
                parsed.IsJson(format));
        });
        return command;
    }

    private static List<string> Folders(AuditRecheck recheck, string path)
        => [.. recheck.FindAudits(new FolderSource(path), SubmissionPath.Root).Select(found => found == SubmissionPath.Root ? path : Path.Join(path, found.Value))];

    private static BigInteger? Whole(long? value) => value;
}
