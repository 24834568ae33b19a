using System.CommandLine;
using System.Text.Json.Nodes;
using MlPerf.Endpoints.CliTesting;
using MlPerf.Endpoints.PrismStandIn;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>Texts of the service, of a submission, of file names and of arguments, through every command that prints.</summary>
public sealed class HostileTextTests : StandInTests
{
    private const string Id = "0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01";

    // TEXT stands for the text; SUBMISSION and RUN for folders that hold it.
    private static readonly Dictionary<string, string[][]> CommandLines = new(StringComparer.Ordinal)
    {
        [""] = [["TEXT"], ["--TEXT"], ["--help", "TEXT"]],
        ["runs"] = [["runs", "TEXT"]],
        ["runs list"] = [["runs", "list"], ["runs", "list", "--json"], ["runs", "list", "--timeout", "TEXT"]],
        ["runs get"] = [["runs", "get", "--run-id", Id], ["runs", "get", "--run-id", Id, "--spec", "v0.7"], ["runs", "get", "--run-id", "TEXT"], ["runs", "get", "--run-id", Id, "--download-to", "RUN/config.yaml"]],
        ["runs create"] = [["runs", "create", "--path", "RUN"], ["runs", "create", "--path", "TEXT"], ["runs", "create", "--path", "RUN", "--dry-run"], ["runs", "create", "--path", "RUN", "--report", "TEXT/TEXT"]],
        ["runs delete"] = [["runs", "delete", "--run-id", Id, "--yes"], ["runs", "delete", "--run-id", "TEXT"]],
        ["runs pin"] = [["runs", "pin", "--run-id", Id], ["runs", "pin", "--run-id", "TEXT"]],
        ["runs unpin"] = [["runs", "unpin", "--run-id", Id], ["runs", "unpin", "--run-id", "TEXT"]],
        ["submissions"] = [["submissions", "TEXT"]],
        ["submissions list"] = [["submissions", "list"], ["submissions", "list", "--json"], ["submissions", "list", "--spec", "v0.7"]],
        ["submissions get"] = [["submissions", "get", "--submission-id", Id], ["submissions", "get", "--submission-id", Id, "--json"], ["submissions", "get", "--submission-id", "TEXT"]],
        ["submissions create"] =
        [
            ["submissions", "create", .. What, "--run-ids", Id], ["submissions", "create", .. What, "--run-ids", "TEXT"], ["submissions", "create", .. What, "--run", "RUN", "--dry-run"],
            ["submissions", "create", "--division", "TEXT", "--scenario", "TEXT", "--availability", "TEXT", "--run-ids", Id], ["submissions", "create", .. What, "--run-ids", Id, "--shared-src", "TEXT"],
        ],
        ["submissions create-local"] =
        [
            ["submissions", "create-local", .. What, "--path", "SUBMISSION"], ["submissions", "create-local", .. What, "--path", "TEXT"], ["submissions", "create-local", .. What, "--path", "SUBMISSION", "--dry-run"],
            ["submissions", "create-local", .. What, "--path", "SUBMISSION", "--embargo-date", "TEXT"], ["submissions", "create-local", .. What, "--path", "SUBMISSION", "--resume", "TEXT"],
        ],
        ["submissions update"] =
        [
            ["submissions", "update", "--submission-id", Id, "--target-availability-date", "2027-02-01"], ["submissions", "update", "--submission-id", Id, "--target-availability-date", "TEXT"],
            ["submissions", "update", "--submission-id", "TEXT"],
        ],
        ["submissions remove-run"] = [["submissions", "remove-run", "--submission-id", Id, "--run-id", Id], ["submissions", "remove-run", "--submission-id", Id, "--run-id", "TEXT"]],
        ["submissions add-run"] = [["submissions", "add-run", "--submission-id", Id, "--run-id", Id, "--spec", "v0.7"], ["submissions", "add-run", "--submission-id", "TEXT", "--run-id", Id]],
        ["submissions withdraw"] = [["submissions", "withdraw", "--submission-id", Id, "--yes"], ["submissions", "withdraw", "--submission-id", "TEXT"]],
        ["check-submission"] =
        [
            ["check-submission", "SUBMISSION"], ["check-submission", "SUBMISSION", "--annotate"], ["check-submission", "SUBMISSION", "--json"], ["check-submission", "TEXT"],
            ["check-submission", "SUBMISSION", "--output", "TEXT/TEXT"], ["check-submission", "SUBMISSION", "--TEXT"],
        ],
        ["install-skill"] = [["install-skill", "--dest", "TEXT"], ["install-skill", "TEXT"]],
        ["mcp"] = [["mcp", "TEXT"], ["mcp"]],
    };

    public static IEnumerable<string> Commands()
        => Below(ToolLoop.CreateRoot(SubmissionCli.Tool, new ToolHost { Environment = new Dictionary<string, string>(), WorkingFolder = "/", HomeFolder = "/", Output = TextWriter.Null, Error = TextWriter.Null, Input = TextReader.Null }), "");

    [Test, Combinatorial]
    public async Task Nothing_of_them_reaches_the_terminal([ValueSource(nameof(Commands))] string command, [Values(200, 422)] int status)
    {
        Assert.That(CommandLines.Keys, Does.Contain(command), "a command without a row here");
        Service.Arrange(new Fault { Path = "/", Status = status, Body = status == 200 ? Records(command.EndsWith(" list", StringComparison.Ordinal)) : Problem(), Times = 1_000_000 });
        // What the service answers holds them all.
        foreach (var (kind, text) in status == 200 ? HostileTexts.All : HostileTexts.All.Take(1))
        {
            var (run, submission) = LayHostile(kind, text);
            foreach (var line in CommandLines[command])
            {
                var arguments = Array.ConvertAll(line, argument => argument.Replace("SUBMISSION", submission, StringComparison.Ordinal).Replace("RUN", run, StringComparison.Ordinal).Replace("TEXT", text, StringComparison.Ordinal));
                foreach (var gitHub in line[0] is "check-submission" ? new[] { false, true } : [false])
                {
                    var (output, error) = await PrintAsync(arguments, gitHub);

                    HostileTexts.AssertSafe(output, $"{string.Join(' ', line)} with {kind}, output");
                    HostileTexts.AssertSafe(error, $"{string.Join(' ', line)} with {kind}, error");
                    Assert.That(error, Does.Not.Contain("defect of the tool"), $"{string.Join(' ', line)} with {kind}");
                }
            }
        }
    }

    [Test]
    public async Task The_texts_are_printed_at_all()
    {
        Service.Arrange(new Fault { Path = "/", Status = 200, Body = Records(isList: true), Times = 1_000_000 });
        var (_, submission) = LayHostile("clear screen", HostileTexts.All["clear screen"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await RunAsync(["runs", "list"])).Output, Does.Contain(@"\u001b[2J" + HostileTexts.Marker));
            Assert.That((await RunAsync(["submissions", "list"])).Output, Does.Contain(@"x\u000a" + HostileTexts.Marker));
            Assert.That((await RunAsync(["check-submission", submission])).Output, Does.Contain(@"\u001b[2J" + HostileTexts.Marker));
            Assert.That((await RunAsync(["check-submission", submission, "--annotate"])).Error, Does.Contain(@"\u001b[2J" + HostileTexts.Marker));
        }
    }

    private async Task<(string Output, string Error)> PrintAsync(string[] arguments, bool isGitHub)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new ToolHost
        {
            Environment = Variables(isGitHub ? [("GITHUB_ACTIONS", "true"), ("NO_COLOR", "1")] : [("NO_COLOR", "1")]),
            WorkingFolder = Folder.FullPath,
            HomeFolder = Folder.FullPath,
            Output = output,
            Error = error,
            Input = TextReader.Null,
            IsOutputTerminal = true,
            IsErrorTerminal = true,
            Width = 100,
            OpenStreams = static () => (Stream.Null, Stream.Null),
        };
        await SubmissionCli.RunAsync(arguments, host, CancellationToken.None);
        return (output.ToString(), error.ToString());
    }

    // A record for each text, in every member that a table shows.
    private static string Records(bool isList)
    {
        var records = new JsonArray([.. HostileTexts.All.Values.Where(static text => !text.Contains('\ud800', StringComparison.Ordinal)).Select(static text =>
        {
            var record = new JsonObject();
            foreach (var member in new[] { "id", "user_id", "status", "division", "availability", "scenario", "publication_cycle", "embargo_date", "pr_url", "archive_uri", "cli_version", "created_at", "invalidation_reason", "started_at", "finalized_at", "penalties_imposed" })
            {
                record[member] = text;
            }

            foreach (var member in new[] { "run_ids", "systems" })
            {
                record[member] = new JsonArray(text, text);
            }

            record["config"] = new JsonObject { ["model"] = text, ["concurrency"] = text };
            record["system_info"] = new JsonObject { [text] = text, ["list"] = new JsonArray(text) };
            record["model_datasets"] = new JsonArray(new JsonObject { ["model"] = text, ["dataset"] = text });
            return (JsonNode)record;
        })]);
        return isList ? records.ToJsonString() : records[0]!.ToJsonString();
    }

    private static string Problem() => new JsonObject { ["detail"] = string.Join(' ', HostileTexts.All.Values.Where(static text => !text.Contains('\ud800', StringComparison.Ordinal))) }.ToJsonString();

    private (string Run, string Submission) LayHostile(string kind, string text)
    {
        // No file name holds a NUL.
        var name = text.Replace("\0", "", StringComparison.Ordinal);
        var top = Path.Combine(Folder.FullPath, kind);
        var (run, submission) = (Path.Combine(top, $"run{name}"), Path.Combine(top, $"org{name}"));
        if (!Directory.Exists(top))
        {
            Lay(run, "v1.0/mini");
            Lay(submission, "v1.0/assembled");
            Directory.CreateDirectory(Path.Combine(submission, "results", name));
            File.WriteAllBytes(Path.Combine(submission, $"{name}.txt"), System.Text.Encoding.UTF8.GetBytes(text));
        }

        return (run, submission);
    }

    private static IEnumerable<string> Below(Command command, string path)
        => command.Subcommands.SelectMany(child => Below(child, $"{path} {child.Name}".Trim())).Prepend(path);
}
