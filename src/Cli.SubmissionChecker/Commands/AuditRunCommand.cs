using System.Collections.Immutable;
using System.CommandLine;
using MlPerf.Endpoints.Audits;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.SubmissionChecker.Terminal;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>audit run</c>: runs a configuration's audit.</summary>
internal static class AuditRunCommand
{
    private const int MostRepeats = 1000;
    private const int LongestStallS = 1_000_000;

    public static Command Create(ToolHost host)
    {
        var file = new Argument<string>("FILE") { Description = "A benchmark configuration with a block 'audit'." };
        var audits = new Option<string?>("--audits") { Description = "A file with a list of further audit blocks, run in order in place of the configuration's own.", HelpName = "FILE" };
        var reportDir = new Option<string?>("--report-dir") { Description = "Folder to write to, in place of the configuration's report_dir.", HelpName = "DIR" };
        var only = new Option<bool>("--only") { Description = "Leave the main run out." };
        var between = new Option<string>("--between") { Description = "What happens between the stages: none, pause, or a command line to run.", DefaultValueFactory = _ => "none", HelpName = "none|pause|COMMAND" };
        var repeat = new Option<int>("--repeat") { Description = "Run each audit this often; every verdict is kept, and all must pass.", DefaultValueFactory = _ => 1, HelpName = "N" };
        repeat.Require(static times => times is >= 1 and <= MostRepeats && double.IsInteger(times), $"a number from 1 to {MostRepeats}");
        var noPriming = new Option<bool>("--no-priming") { Description = "Do not issue the fixed sample once before its phase." };
        var stall = new Option<double>("--stall-timeout") { Description = "Give up after so many seconds without any completion; 0 for never.", DefaultValueFactory = _ => 3600, HelpName = "SECONDS" };
        stall.Require(static seconds => seconds is >= 0 and <= LongestStallS, $"a number of seconds from 0 (never) to {LongestStallS}");
        var countFailed = new Option<bool>("--count-failed-as-completed") { Description = "Count failed requests as completed ones, as the benchmark tool does." };
        var reference = new Option<bool>("--reference-behaviour") { Description = "Do as the benchmark tool does wherever this tool deviates by an option." };
        var format = FormatOption.Create();
        var packs = new AuditPackOptions(host);
        var command = new Command("run", "Runs a configuration's audit against its endpoint and writes the verdict.\n\nExample:\n  submission-checker audit run benchmark.yaml --only --report-dir out")
        {
            file, audits, reportDir, only, between, repeat, noPriming, stall, countFailed, reference, format,
        };
        packs.AddTo(command, withTokenizer: true);
        command.SetAction((parsed, stop) =>
        {
            var options = (parsed.GetValue(reference) ? AuditRunOptions.ReferenceBehaviour : AuditRunOptions.Default) with
            {
                ReportDir = parsed.GetValue(reportDir) is { } folder ? host.Resolve(folder) : null,
                Only = parsed.GetValue(only) ? true : null,
                Repeat = parsed.GetValue(repeat),
            };
            options = options with
            {
                PrimesFixedSample = options.PrimesFixedSample && !parsed.GetValue(noPriming),
                CountFailedAsCompleted = options.CountFailedAsCompleted || parsed.GetValue(countFailed),
                StallTimeout = parsed.GetValue(reference) || parsed.GetValue(stall) is not > 0 ? null : TimeSpan.FromSeconds(Math.Min(parsed.GetValue(stall), 1e8)),
            };
            return RunAsync(host, packs.Load(parsed, withTokenizer: true), parsed.GetValue(file)!, parsed.GetValue(audits), options, Hook(host, parsed.GetValue(between)!), parsed.IsJson(format), stop);
        });
        return command;
    }

    private static IStageHook Hook(ToolHost host, string between) => between switch
    {
        "none" => NoHook.Instance,
        "pause" => new PauseHook(host),
        _ => new CommandHook(between),
    };

    private static async Task<int> RunAsync(ToolHost host, AuditPackOptions.Loaded loaded, string file, string? auditsFile, AuditRunOptions options, IStageHook hook, bool isJson, CancellationToken stop)
    {
        var reader = new BenchmarkConfigurationReader(loaded.Registry);
        var reading = reader.ReadFile(host.Resolve(file));
        if (reading.Configuration is not { } benchmark)
        {
            return AuditOutput.Refuse(host, reading, file, isJson);
        }

        AuditPackOptions.RequireReaders(benchmark);
        ImmutableArray<AuditConfiguration> blocks = [];
        if (auditsFile is not null)
        {
            (blocks, var problems) = reader.ReadBlocks(host.Resolve(auditsFile), benchmark);
            if (!problems.IsEmpty)
            {
                return AuditOutput.Refuse(host, new ConfigurationReading(null, problems), auditsFile, isJson);
            }
        }

        foreach (var note in benchmark.Notes)
        {
            host.Error.WriteLine(note);
        }

        using var progress = new AuditProgressReporter(host);
        var results = await new AuditOrchestrator(loaded.Registry, loaded.Runner, hook, loaded.Scorers).RunAllAsync(benchmark, blocks, options, progress, stop).ConfigureAwait(false);
        progress.Dispose();
        return AuditOutput.Report(
            host,
            [.. results.Select(result => new AuditLine(result.AuditId, result.Outcome, result.Message, result.Error, result.Warnings, result.Verdict, result.ExitCode, result.Folder))],
            isJson);
    }
}
