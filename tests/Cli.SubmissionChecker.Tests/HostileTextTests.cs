using System.CommandLine;
using MlPerf.Endpoints.CliTesting;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.SubmissionChecker.Tests;

/// <summary>Texts of a submission, of file names and of arguments, through every command that prints.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class HostileTextTests
{
    private const string Audit = """
        model_params: {name: "TEXT"}
        datasets: [{name: "TEXT", type: performance, path: "TEXT"}]
        settings: {load_pattern: {type: "TEXT"}}
        endpoint_config: {endpoints: ["TEXT"]}
        audit: {test: "TEXT", samples: "TEXT", threshold: "TEXT", "TEXT": "TEXT"}
        """;

    // TEXT stands for the text; SUBMISSION, CONFIG, FOLDER for what holds it.
    private static readonly Dictionary<string, string[][]> CommandLines = new(StringComparer.Ordinal)
    {
        [""] = [["TEXT"], ["--TEXT"]],
        ["check"] =
        [
            ["check", "SUBMISSION"], ["check", "SUBMISSION", "SUBMISSION", "TEXT"], ["check", "--each", "FOLDER"], ["check", "--each", "TEXT"], ["check", "SUBMISSION", "--format", "json"],
            ["check", "FOLDER"], ["check", "SUBMISSION", "--opt-in", "TEXT"], ["check", "SUBMISSION", "--spec", "TEXT"], ["check", "SUBMISSION", "--output", "TEXT/TEXT"],
            ["check", "SUBMISSION", "--output", "SUBMISSION"], ["check", "-q", "SUBMISSION", "--seed-sets", "TEXT"], ["check", "SUBMISSION", "--data", "TEXT"], ["check", "SUBMISSION", "--TEXT"],
        ],
        ["regions"] = [["regions", "-M", "TEXT"], ["regions", "-M", "64", "--spec", "TEXT"], ["regions", "-M", "64", "--plan", "TEXT"]],
        ["rules"] = [["rules", "--spec", "TEXT"], ["rules", "--rules", "TEXT"], ["rules", "--format", "TEXT"]],
        ["explain"] = [["explain", "TEXT"], ["explain", "point-count/TEXT"]],
        ["audit"] = [["audit", "TEXT"]],
        ["audit list"] = [["audit", "list", "--rules", "TEXT"]],
        ["audit plan"] = [["audit", "plan", "CONFIG"], ["audit", "plan", "CONFIG", "--format", "json"], ["audit", "plan", "TEXT"]],
        ["audit run"] = [["audit", "run", "CONFIG"], ["audit", "run", "TEXT"], ["audit", "run", "CONFIG", "--tokenizer", "TEXT"], ["audit", "run", "CONFIG", "--repeat", "TEXT"]],
        ["audit verify"] = [["audit", "verify", "FOLDER"], ["audit", "verify", "TEXT"], ["audit", "verify", "FOLDER", "--audit", "TEXT"], ["audit", "verify", "FOLDER", "--format", "json"]],
        ["audit pick"] = [["audit", "pick", "TEXT", "--seed", "1"], ["audit", "pick", "a", "--seed", "TEXT"]],
        ["export"] = [["export", "TEXT"]],
        ["export mlx"] =
        [
            ["export", "mlx", "SUBMISSION", "--output", "FOLDER", "--timestamp", "2026-05-04T11:03:21Z", "--git-sha", "fdf4257"], ["export", "mlx", "TEXT", "--output", "FOLDER"],
            ["export", "mlx", "SUBMISSION", "--output", "TEXT"], ["export", "mlx", "SUBMISSION", "--output", "FOLDER", "--timestamp", "TEXT"], ["export", "mlx", "SUBMISSION", "--output", "FOLDER", "--suite", "TEXT"],
        ],
    };

    public static IEnumerable<string> Commands() => Below(ToolLoop.CreateRoot(CheckerTool.Instance, new SurroundingsBuilder().Build(TextWriter.Null, TextWriter.Null)), "");

    [Test, Combinatorial]
    public void Nothing_of_them_reaches_the_terminal([ValueSource(nameof(Commands))] string command, [Values(true, false)] bool isTerminal)
    {
        Assert.That(CommandLines.Keys, Does.Contain(command), "a command without a row here");
        foreach (var (kind, text) in isTerminal ? HostileTexts.All : HostileTexts.All.Take(1))
        {
            using var folder = new TemporaryFolder();
            var places = Lay(folder, text);
            foreach (var line in CommandLines[command])
            {
                var arguments = Array.ConvertAll(line, argument => places.Aggregate(argument, static (at, place) => at.Replace(place.Key, place.Value, StringComparison.Ordinal)));
                var run = ToolRun.In(new SurroundingsBuilder { IsTerminal = isTerminal, Environment = new Dictionary<string, string> { ["NO_COLOR"] = "1" }, Time = new HurriedTime() }, arguments);

                HostileTexts.AssertSafe(run.Output, $"{string.Join(' ', line)} with {kind}, output");
                HostileTexts.AssertSafe(run.Error, $"{string.Join(' ', line)} with {kind}, error");
                Assert.That(run.Error, Does.Not.Contain("defect of the tool"), $"{string.Join(' ', line)} with {kind}");
            }
        }
    }

    [Test]
    public void The_texts_are_printed_at_all()
    {
        using var folder = new TemporaryFolder();
        var places = Lay(folder, HostileTexts.All["clear screen"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ToolRun.Of("check", places["SUBMISSION"]).Output, Does.Contain(@"\u001b[2J" + HostileTexts.Marker));
            Assert.That(ToolRun.Of("check", "--each", places["FOLDER"]).Output, Does.Contain(@"\u001b[2J" + HostileTexts.Marker));
            Assert.That(ToolRun.Of("audit", "plan", places["CONFIG"]).Error, Does.Contain(@"\u001b[2J" + HostileTexts.Marker));
            Assert.That(ToolRun.Of("explain", places["TEXT"]).Error, Does.Contain(@"\u001b[2J" + HostileTexts.Marker));
        }
    }

    private static Dictionary<string, string> Lay(TemporaryFolder folder, string text)
    {
        // No file name holds a NUL; a lone surrogate becomes what stands for it.
        var name = text.Replace("\0", "", StringComparison.Ordinal);
        var submission = folder.File($"{name}/acme");
        SubmissionBuilder.V1_0()
            .Set("results/acme_a8/llama3_1-8b/r48/point.yaml", "region", text)
            .Set("results/acme_a8/llama3_1-8b/r8/point.yaml", "offline", text)
            .WriteTo(submission);
        var system = Path.Combine(submission, "results", "acme_a8");
        foreach (var file in Directory.EnumerateFiles(system, "*.json"))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace(": \"", $": \"{System.Text.Json.JsonEncodedText.Encode(text.Replace("\ud800", "", StringComparison.Ordinal))}", StringComparison.Ordinal));
        }

        Directory.CreateDirectory(Path.Combine(submission, "results", name));
        Directory.CreateDirectory(Path.Combine(system, name));
        var config = folder.File($"{name}.yaml");
        var yaml = string.Concat(text.Select(static unit => unit is >= ' ' and <= '~' ? unit.ToString() : $"\\u{(int)unit:x4}"));
        File.WriteAllText(config, Audit.Replace("TEXT", yaml, StringComparison.Ordinal));
        return new() { ["TEXT"] = text, ["SUBMISSION"] = submission, ["CONFIG"] = config, ["FOLDER"] = folder.Path };
    }

    private static IEnumerable<string> Below(Command command, string path)
        => command.Subcommands.SelectMany(child => Below(child, $"{path} {child.Name}".Trim())).Prepend(path);

    /// <summary>A clock on which everything takes long, so that progress is shown.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _now);
    }
}
