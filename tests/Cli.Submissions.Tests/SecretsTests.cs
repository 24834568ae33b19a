using System.CommandLine;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MlPerf.Endpoints.Prism.Client.DependencyInjection;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.PrismStandIn;
using MlPerf.Endpoints.SubmissionCli.Mcp;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>The key is in no output, no file, no process list and no exception, whatever the command and whatever goes wrong; not even where the service answers with it.</summary>
public sealed class SecretsTests : StandInTests
{
    private const string RunId = "0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01";
    private const string SubmissionId = "c5a1d2b3-7e4f-4c60-9a8b-0d1e2f3a4b5c";

    private static readonly string[][] Commands =
    [
        ["runs", "list"],
        ["runs", "get", "--run-id", RunId, "--download-to", "archives"],
        ["runs", "create", "--path", "mini"],
        ["runs", "delete", "--run-id", RunId, "--yes"],
        ["runs", "pin", "--run-id", RunId],
        ["runs", "unpin", "--run-id", RunId],
        ["submissions", "list"],
        ["submissions", "get", "--submission-id", SubmissionId, "--download-to", "archives"],
        ["submissions", "create", "--division", "standardized", "--scenario", "cop", "--availability", "available", "--run-ids", RunId],
        ["submissions", "create-local", "--path", "org", "--division", "standardized", "--scenario", "cop", "--availability", "available"],
        ["submissions", "update", "--submission-id", SubmissionId, "--run-ids", RunId],
        ["submissions", "remove-run", "--submission-id", SubmissionId, "--run-id", RunId],
        ["submissions", "add-run", "--submission-id", SubmissionId, "--run-id", RunId],
        ["submissions", "withdraw", "--submission-id", SubmissionId, "--yes"],
        ["check-submission", "org"],
        ["install-skill", "--project"],
        ["mcp"],
    ];

    private static IEnumerable<string[]> Calling => Commands.Where(command => command[0] is "runs" or "submissions");

    [Test]
    public void Every_command_is_here()
    {
        var root = ToolLoop.CreateRoot(SubmissionCli.Tool, new ToolHost { Environment = Variables(), WorkingFolder = ".", HomeFolder = ".", Output = TextWriter.Null, Error = TextWriter.Null, Input = TextReader.Null });
        IEnumerable<string> Leaves(Command command, string path) => command.Subcommands.Count == 0 ? [path] : command.Subcommands.SelectMany(child => Leaves(child, $"{path} {child.Name}".Trim()));

        Assert.That(Commands.Select(command => string.Join(' ', command.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal) && word is not "org"))), Is.EquivalentTo(Leaves(root, "")));
    }

    // RunAsync greps what is printed, the end of each test every file that is left: archives, reports, logs.
    [TestCaseSource(nameof(Calling))]
    public async Task Failing_commands_keep_it(params string[] command)
    {
        Lay("org", "v1.0/assembled");
        foreach (var status in new int?[] { 400, 401, 403, 404, 409, 422, 426, 429, 500, 503, null })
        {
            Service.Arrange(new Fault { Path = "/", Status = status, Body = status is null ? $"not JSON: {Token}" : $$"""{"detail": "the key {{Token}} is not wanted"}""", Times = 1000 });
            await RunAsync(command);
            await RunAsync([.. command, "--json", "--report", "report.json"]);
            await RunAsync(["--reference-behaviour", .. command]);
        }

        var refused = await RunAsync(command, ("MLPERF_API_BASE_URL", "http://127.0.0.1:9"));
        Assert.That(refused.Exit, Is.EqualTo(1));
    }

    [Test]
    public async Task Succeeding_commands_keep_it()
    {
        Lay("org", "v1.0/assembled");
        var ids = await RegisterAllAsync();
        var runs = ids.SelectMany(id => new[] { "--run-ids", id }).ToArray();
        var submission = (await RunAsync(["submissions", "create", .. What, .. runs, "--quiet", "--report", "create.json"])).Output.Trim();
        string[][] commands =
        [
            ["runs", "list"], ["runs", "get", "--run-id", ids[0], "--download-to", "archives"], ["runs", "pin", "--run-id", ids[0]], ["runs", "unpin", "--run-id", ids[0]],
            ["submissions", "list"], ["submissions", "get", "--submission-id", submission, "--download-to", "archives"],
            ["submissions", "update", "--submission-id", submission, "--target-availability-date", "2027-02-01"],
            ["submissions", "create-local", "--path", "org", .. What, "--report", "local.json"], ["submissions", "withdraw", "--submission-id", submission, "--yes"],
            ["check-submission", "org"], ["install-skill", "--project"],
        ];
        foreach (var command in commands)
        {
            Assert.That((await RunAsync(command)).Exit, Is.Zero, string.Join(' ', command));
            Assert.That((await RunAsync([.. command, "--json"])).Exit, command is ["submissions", "withdraw", ..] ? Is.Zero.Or.EqualTo(1) : Is.Zero, string.Join(' ', command));
        }
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Tools_are_called_without_it()
    {
        var tools = Directory.CreateDirectory(Folder.Combine("tools")).FullName;
        foreach (var tool in new[] { "gh", "git" })
        {
            var script = Path.Combine(tools, tool);
            await File.WriteAllTextAsync(script, $"#!/bin/sh\n{{ echo \"$0 $*\"; env; }} >> {tools}/calls.log\ncase \"$*\" in 'repo clone'*) mkdir -p \"$4\";; 'pr create'*) echo https://github.example/x/y/pull/5;; 'status --porcelain') echo A;; esac\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        var ids = await RegisterAllAsync();
        var created = await RunAsync(["submissions", "create", "--pr", .. What, .. ids.SelectMany(id => new[] { "--run-ids", id })], ("PATH", $"{tools}:/usr/bin:/bin"));

        Assert.That(created.Exit, Is.Zero, created.Error);
        var calls = await File.ReadAllTextAsync(Path.Combine(tools, "calls.log"));
        Assert.That(calls, Does.Contain("pr create").And.Contain("MLPERF_API_BASE_URL"), "their variables were written down");
        AssertNoSecrets(calls);
    }

    [Test]
    [Platform(Include = "Linux")]
    public async Task The_process_list_does_not_show_it()
    {
        Service.Arrange(new Fault { Path = "/runs", Hangs = true, Times = 10 });
        var start = new ProcessStartInfo(ToolProcess.Command[0], [.. ToolProcess.Command[1..], "runs", "list", "--token-stdin"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MLPERF_API_BASE_URL"] = Service.Address;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(Token);
        process.StandardInput.Close();
        for (var waited = 0; Service.Requests.IsEmpty && waited < 300; waited++)
        {
            await Task.Delay(100);
        }

        AssertNoSecrets(await File.ReadAllTextAsync($"/proc/{process.Id}/cmdline") + await File.ReadAllTextAsync($"/proc/{process.Id}/environ"));
        process.Kill();
        await process.WaitForExitAsync();
        Assert.That(Service.Requests, Is.Not.Empty, "the call had begun");
        AssertNoSecrets(await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync());
    }

    [Test]
    public async Task Assistants_are_not_told()
    {
        Service.Arrange(new Fault { Path = "/", Status = 403, Body = $$"""{"detail": "the key {{Token}} is not wanted"}""", Times = 1000 });
        using var error = new StringWriter();
        var (input, output) = (new Pipe(), new Pipe());
        var host = new ToolHost
        {
            Environment = Variables(),
            WorkingFolder = Folder.FullPath,
            HomeFolder = Folder.FullPath,
            Output = TextWriter.Null,
            Error = error,
            Input = TextReader.Null,
            OpenStreams = () => (input.Reader.AsStream(), output.Writer.AsStream()),
        };
        using var stop = new CancellationTokenSource();
        using var server = new McpToolServer(host, isReference: false);
        var running = server.RunAsync(stop.Token);
        string[] calls =
        [
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""",
            """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"list_runs","arguments":{}}}""",
            """{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"create_run","arguments":{"path":"mini"}}}""",
            """{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"explain","arguments":{"rule":"point-count"}}}""",
        ];
        await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', calls) + "\n"));
        using var answers = new StreamReader(output.Reader.AsStream(), Encoding.UTF8);
        var received = new StringBuilder();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var at = 0; at < 5; at++)
        {
            received.AppendLine(await answers.ReadLineAsync(limit.Token));
        }

        await stop.CancelAsync();
        await running.ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.That(received.ToString(), Does.Contain("is not wanted").And.Contain("redacted").And.Contain("point-count"));
        AssertNoSecrets(received.ToString() + error);
    }

    [TestCase(401)]
    [TestCase(403)]
    [TestCase(422)]
    [TestCase(426)]
    [TestCase(500)]
    [TestCase(null)]
    public async Task Exceptions_do_not_hold_it(int? status)
    {
        var address = status is null ? "http://127.0.0.1:9" : Service.Address;
        Service.Arrange(new Fault { Path = "/", Status = status, Body = $$"""{"detail": "the key {{Token}} is not wanted"}""", Times = 1000 });
        await using var provider = new ServiceCollection().AddPrismClient(options =>
        {
            options.BaseAddress = address;
            options.Token = Token;
            options.MaxAttempts = 1;
        }).BuildServiceProvider();
        var client = provider.GetRequiredService<PrismClient>();

        foreach (var call in new Func<Task>[] { () => client.GetRunAsync(RunId), () => client.PinRunAsync(RunId), () => client.UploadRunArchiveAsync(RunId, Folder.Combine("mini", "config.yaml")) })
        {
            var failure = await Assert.CatchAsync<PrismException>(() => call());
            AssertNoSecrets($"{failure} {failure!.Detail}");
        }
    }
}
