using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlPerf.Endpoints.SubmissionCli.Mcp;

namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>Every recording of the reference's server for assistants: the same messages give the same results and requests.</summary>
public sealed class McpReplayTests
{
    private ReplayServer _server = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _server = await ReplayServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    private static IEnumerable<TestCaseData> Cases()
        => from recording in Recordings.Of("1.5.3.0")
           where recording["messages"] is not null
           select new TestCaseData(recording).SetName($"{{m}}({recording["name"]})");

    [TestCaseSource(nameof(Cases))]
    public async Task Serves_what_the_reference_served(JsonObject recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        using var folder = new TemporaryFolder();
        var (host, session, placeholders) = Replay.Surroundings(_server, recording, folder);
        var input = new Pipe();
        var output = new Pipe();
        using var stop = new CancellationTokenSource();
        using var server = new McpToolServer(host with { OpenStreams = () => (input.Reader.AsStream(), output.Writer.AsStream()) }, isReference: true);
        var running = server.RunAsync(stop.Token);
        using var answers = new StreamReader(output.Reader.AsStream(), Encoding.UTF8);
        foreach (var message in recording["messages"]!.AsArray().Select(message => message!.AsObject()))
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(placeholders.Fill(message["send"]!.ToJsonString(Placeholders.Relaxed)) + "\n"));
            if (message["receive"] is JsonObject expected)
            {
                Compare(message["send"]!["params"]?["name"]?.GetValue<string>(), expected, await AnswerAsync(answers, expected["id"]!.GetValue<int>()), placeholders);
            }
        }

        await stop.CancelAsync();
        await running.ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.That(session.Requests.Select(request => $"{request.Method} {request.Host} {request.Path}"),
            Is.EqualTo(recording["exchanges"]!.AsArray().Select(exchange => exchange!["request"]!).Where(request => request["host"]!.GetValue<string>() is not "registry").Select(request => $"{request["method"]} {request["host"]} {request["path"]}")));
    }

    private static async Task<JsonObject> AnswerAsync(StreamReader answers, int id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await answers.ReadLineAsync(limit.Token) is { } line)
        {
            if (JsonNode.Parse(line)!.AsObject() is var message && message["id"]?.GetValue<int>() == id)
            {
                return message;
            }
        }

        throw new InvalidOperationException("The server ended without an answer.");
    }

    private static void Compare(string? tool, JsonObject expected, JsonObject actual, Placeholders placeholders)
    {
        if (expected["result"]?["tools"] is JsonArray tools)
        {
            CompareTools(tools, actual["result"]!["tools"]!.AsArray());
            return;
        }

        if (expected["result"]?["content"] is not JsonArray content)
        {
            Assert.That(actual["result"], Is.Not.Null, actual.ToJsonString());
            return;
        }

        var result = actual["result"]!;
        Assert.That(result["isError"]?.GetValue<bool>() ?? false, Is.EqualTo(expected["result"]!["isError"]!.GetValue<bool>()), result.ToJsonString());
        Assert.That(result["content"]!.AsArray(), Has.Count.EqualTo(content.Count), tool);
        for (var at = 0; at < content.Count; at++)
        {
            var text = result["content"]![at]!["text"]!.GetValue<string>();
            var wanted = content[at]!["text"]!;
            if (wanted is JsonObject && wanted["$json_text"] is { } json && tool is not "check_submission")
            {
                Assert.That(JsonComparison.Differences(json, JsonNode.Parse(text), placeholders), Is.Empty, tool);
            }

            foreach (var mention in Mentions(wanted))
            {
                Assert.That(text, Does.Contain(mention), tool);
            }
        }

        Assert.That(result["structuredContent"] is not null, Is.EqualTo(expected["result"]!["structuredContent"] is not null), tool);
    }

    private static void CompareTools(JsonArray expected, JsonArray actual)
    {
        Assert.That(actual.Select(tool => tool!["name"]!.GetValue<string>()), Is.EqualTo(expected.Select(tool => tool!["name"]!.GetValue<string>())));
        foreach (var (wanted, tool) in expected.Zip(actual))
        {
            var properties = wanted!["inputSchema"]!["properties"]!.AsObject();
            Assert.That(tool!["inputSchema"]!["properties"]!.AsObject().Select(property => property.Key), Is.EqualTo(properties.Select(property => property.Key)), wanted["name"]!.ToString());
            foreach (var (name, schema) in properties)
            {
                schema!.AsObject().Remove("title");
                Assert.That(JsonComparison.Differences(schema, tool["inputSchema"]!["properties"]![name], new Placeholders(new Dictionary<string, string>())), Is.Empty, name);
            }

            Assert.That(tool["inputSchema"]!["required"]?.ToJsonString(), Is.EqualTo(wanted["inputSchema"]!["required"]?.ToJsonString()));
            Assert.That(tool["annotations"]!["readOnlyHint"]!.GetValue<bool>(), Is.EqualTo(wanted["annotations"]!["readOnlyHint"]!.GetValue<bool>()));
            Assert.That(tool["annotations"]!["destructiveHint"]?.GetValue<bool>(), Is.EqualTo(wanted["annotations"]!["destructiveHint"]?.GetValue<bool>()), wanted["name"]!.ToString());
        }
    }

    private static IEnumerable<string> Mentions(JsonNode wanted)
        => (wanted is JsonObject ? wanted["mentions"]?.AsArray() ?? wanted["$json_text"]?["output"]?["mentions"]?.AsArray() ?? [] : []).Select(mention => mention!.GetValue<string>());
}
