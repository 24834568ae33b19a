using System.Text.Json.Nodes;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>The server for assistants as it is installed, over standard input and output, under both names and without the reference's forms.</summary>
public sealed class McpServerTests : StandInTests
{
    private static readonly string[] Opening =
    [
        """{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""",
        """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
    ];

    private static IEnumerable<TestCaseData> Servers()
    {
        yield return new TestCaseData((object)new[] { "Cli.Submissions", "endpoints-submission-cli", "mcp" }).SetArgDisplayNames("endpoints-submission-cli mcp");
        yield return new TestCaseData((object)new[] { "Cli.SubmissionMcp", "endpoints-submission-mcp" }).SetArgDisplayNames("endpoints-submission-mcp");
    }

    [TestCaseSource(nameof(Servers))]
    public async Task Serves_the_tools_of_the_reference_and_the_checkers_own(string[] server)
    {
        ArgumentNullException.ThrowIfNull(server);
        Lay("org", "v1.0/assembled");

        var answers = await AskAsync(
            [.. ToolProcess.CommandOf(server[0], server[1]), .. server[2..]],
            Call("tools/list", new JsonObject()),
            Tool("check", new JsonObject { ["path"] = "org" }),
            Tool("explain", new JsonObject { ["rule"] = "point-count" }),
            Tool("create_run", new JsonObject { ["path"] = "mini" }),
            Tool("explain", new JsonObject { ["rule"] = "no-such-rule" }),
            Tool("delete_run", new JsonObject { ["run"] = "x" }));

        var tools = answers[1]["result"]!["tools"]!.AsArray();
        var reference = Recordings.Of("1.5.3.0").Single(recording => recording["name"]!.GetValue<string>() is "mcp-tools-list")["messages"]!.AsArray()
            .Select(message => message!["receive"]?["result"]?["tools"]).OfType<JsonArray>().First();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tools.Select(tool => tool!["name"]!.GetValue<string>()), Is.EqualTo(reference.Select(tool => tool!["name"]!.GetValue<string>()).Concat(["check", "explain"])));
            Assert.That(tools.Select(tool => tool!["description"]!.GetValue<string>()), Has.All.Not.Empty);
            Assert.That(answers[2]["result"]!["structuredContent"]!["passed"]!.GetValue<bool>(), Is.True, answers[2].ToJsonString());
            Assert.That(answers[3]["result"]!["content"]![0]!["text"]!.GetValue<string>(), Does.Contain("## How to fix"));
            Assert.That(JsonNode.Parse(answers[4]["result"]!["content"]![0]!["text"]!.GetValue<string>())!["run_id"]!.GetValue<string>(), Is.EqualTo(Service.Runs.Single()["id"]!.GetValue<string>()), "the new id is a member");
            Assert.That(answers[5]["result"]!["isError"]!.GetValue<bool>(), Is.True);
            Assert.That(answers[6]["result"]!["isError"]!.GetValue<bool>(), Is.True, "arguments are looked at before anything runs");
            Assert.That(Service.Requests, Has.None.StartsWith("DELETE"));
        }
    }

    private async Task<List<JsonNode>> AskAsync(string[] server, params Func<int, JsonObject>[] calls)
    {
        using var process = ToolProcess.Start(Folder.FullPath, Variables(), server);
        var error = process.StandardError.ReadToEndAsync();
        foreach (var line in Opening.Concat(calls.Select((call, at) => call(at + 1).ToJsonString())))
        {
            await process.StandardInput.WriteLineAsync(line);
        }

        await process.StandardInput.FlushAsync();
        var answers = new SortedDictionary<int, JsonNode>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (answers.Count <= calls.Length && await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            AssertNoSecrets(line);
            if (JsonNode.Parse(line)!["id"] is { } id)
            {
                answers[id.GetValue<int>()] = JsonNode.Parse(line)!;
            }
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
        AssertNoSecrets(await error);
        Assert.That(process.ExitCode, Is.Zero, await error);
        return [.. answers.Values];
    }

    private static Func<int, JsonObject> Call(string method, JsonObject parameters) => id => new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters };

    private static Func<int, JsonObject> Tool(string name, JsonObject arguments) => Call("tools/call", new JsonObject { ["name"] = name, ["arguments"] = arguments });
}
