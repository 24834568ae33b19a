using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Workflows;
using MlPerf.Endpoints.SubmissionCli.Rendering;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>Progress: a bar where somebody watches and something takes long, and never in the way of a line.</summary>
public sealed class ConsoleReporterTests
{
    private readonly ManualTime _time = new();

    [Test]
    public void A_bar_is_shown_late_and_taken_away_before_the_next_line()
    {
        using var error = new StringWriter();
        var outcome = Outcome(error, out var host);
        using var reporter = new ConsoleReporter(host, outcome, isSilent: false);
        outcome.BeforeLine = reporter.EndBar;

        var transfer = reporter.Transfer("nx8_c48")!;
        transfer.Report(new TransferProgress(1 << 20, 4 << 20));
        var atOnce = error.ToString();
        _time.Pass(TimeSpan.FromSeconds(1));
        transfer.Report(new TransferProgress(2 << 20, 4 << 20));
        _time.Pass(TimeSpan.FromMilliseconds(10));
        transfer.Report(new TransferProgress(3 << 20, 4 << 20));
        outcome.Say("Registered run 1");
        transfer.Report(new TransferProgress(4 << 20, 4 << 20));

        const string bar = "nx8_c48 [###############...............] 2.0 of 4.0 MiB, 2 MiB/s";
        Assert.That(atOnce, Is.Empty);
        Assert.That(error.ToString(), Is.EqualTo($"\r{bar}\r{new string(' ', bar.Length)}\rRegistered run 1{Environment.NewLine}"));
    }

    [Test]
    public void Without_a_terminal_there_are_lines_only()
    {
        using var error = new StringWriter();
        var outcome = Outcome(error, out var host);
        using var reporter = new ConsoleReporter(host with { IsErrorTerminal = false }, outcome, isSilent: false);

        reporter.Stage(WorkflowStage.Upload, "Uploading nx8_c48.tar.gz");

        Assert.That(reporter.Transfer("nx8_c48"), Is.Null);
        Assert.That(error.ToString().TrimEnd(), Is.EqualTo("Uploading nx8_c48.tar.gz …"));
    }

    [TestCase(40)]
    [TestCase(80)]
    [TestCase(0)]
    public void Ids_are_never_cut(int width)
    {
        using var output = new StringWriter();
        var table = new TextTable("Runs", "ID", "Model", "Started At");
        table.Add("0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01", "meta-llama/Llama-3.1-8B-Instruct", "2026-11-25 01:00:20");

        table.Write(output, width);

        Assert.That(output.ToString().Split('\n'), Has.Some.Contains("0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01"));
        Assert.That(output.ToString().Split('\n')[1].Trim().Length, width is 0 ? Is.GreaterThan(40) : Is.Zero, "a row becomes a block where the terminal is narrower");
    }

    private CommandOutcome Outcome(TextWriter error, out ToolHost host)
    {
        host = new ToolHost
        {
            Environment = new Dictionary<string, string>(),
            WorkingFolder = ".",
            HomeFolder = ".",
            Output = TextWriter.Null,
            Error = error,
            Input = TextReader.Null,
            IsErrorTerminal = true,
            Time = _time,
        };
        return new CommandOutcome(host, "create", isJson: false, isQuiet: false);
    }

    private sealed class ManualTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => _now += time.Ticks;

        public override long GetTimestamp() => _now;
    }
}
