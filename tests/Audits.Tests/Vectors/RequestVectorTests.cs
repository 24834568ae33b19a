using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Runner.Adapters;
using MlPerf.Endpoints.Audits.Runner.Datasets;
using MlPerf.Endpoints.Audits.Runner.Http;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

public sealed class RequestVectorTests
{
    private static IEnumerable<TestCaseData> Requests => AuditVectors.OfRunner("requests");

    private static IEnumerable<TestCaseData> Heads => AuditVectors.OfRunner("http_heads");

    private static IEnumerable<TestCaseData> Bodies => AuditVectors.OfRunner("bodies");

    [TestCaseSource(nameof(Requests))]
    public void Makes_the_requests_of_the_tool(JsonElement vector)
    {
        var benchmark = Benchmark(vector);
        var adapter = Adapter(vector.GetProperty("api_type").GetString()!);
        var expected = vector.GetProperty("expect");
        var hasDeviation = vector.TryGetProperty("ours", out var ours);

        if (!expected.GetProperty("ok").GetBoolean() && !hasDeviation)
        {
            Assert.That(() => Make(vector, benchmark, adapter), Throws.TypeOf<AuditException>().Or.TypeOf<FormatException>());
            return;
        }

        if (hasDeviation && ours.ValueKind is JsonValueKind.String && ours.GetString()!.Contains("refuse", StringComparison.OrdinalIgnoreCase))
        {
            Assert.That(() => Make(vector, benchmark, adapter), Throws.TypeOf<AuditException>().Or.TypeOf<FormatException>());
            return;
        }

        var bodies = Make(vector, benchmark, adapter);
        if (!hasDeviation)
        {
            Assert.That(bodies, Is.EqualTo(expected.GetProperty("bodies").EnumerateArray().Select(body => Compact(body.GetRawText()))));
        }
    }

    [Test]
    public void Keeps_text_that_looks_like_a_number_as_text_D8()
    {
        var bodies = Load(new ChatAdapter(), ".jsonl", "{\"prompt\":\"1\"}\n{\"prompt\":\"2\"}\n", out var model).Rows.Select(row => Encoding.UTF8.GetString(new ChatAdapter().MakeBody(row, model, true).Span));

        Assert.That(bodies, Has.All.Contains("\"content\":\"").And.Exactly(2).Items);
    }

    [Test]
    public void Leaves_a_null_cell_out_of_its_row_D8()
    {
        var adapter = new VideoAdapter();
        var rows = Load(adapter, ".jsonl", "{\"prompt\":\"a\",\"negative_prompt\":null}\n{\"prompt\":\"b\",\"negative_prompt\":\"z\"}\n", out var model).Rows;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetString(adapter.MakeBody(rows[0], model, false).Span), Does.Not.Contain("negative_prompt"));
            Assert.That(Encoding.UTF8.GetString(adapter.MakeBody(rows[1], model, false).Span), Does.Contain("\"negative_prompt\":\"z\""));
        }
    }

    [Test]
    public void Reads_quoted_line_breaks_of_CSV_and_leaves_empty_cells_out()
    {
        var rows = Load(new ChatAdapter(), ".csv", "prompt,system\r\n\"a, \"\"b\"\"\nc\",\r\nd,e\r\n", out _).Rows;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Has.Count.EqualTo(2));
            Assert.That(rows[0].Text("prompt"), Is.EqualTo("a, \"b\"\nc"));
            Assert.That(rows[0]["system"], Is.Null);
            Assert.That(rows[1].Text("system"), Is.EqualTo("e"));
        }
    }

    [TestCaseSource(nameof(Heads))]
    public async Task Sends_the_head_of_the_tool_byte_for_byte(JsonElement vector)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var path = vector.GetProperty("path").GetString()!;
        var route = path.TrimStart('/');
        var benchmark = Benchmark($"http://{vector.GetProperty("host").GetString()}:{vector.GetProperty("port").GetInt32()}", vector.GetProperty("api_key").GetString());
        using var transport = new EndpointTransport(benchmark, new RouteOnly(route), async (_, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(listener.LocalEndpoint, stop);
            return new NetworkStream(socket, ownsSocket: true);
        });

        // A slot sends one request after the other with the same objects: each head must be as good as the first, and the length that of its own body.
        var request = new RepeatedRequest(transport, vector.GetProperty("streaming").GetBoolean());
        var expected = vector.GetProperty("bytes").GetString()!;
        Socket? connection = null;
        foreach (var (body, bytes) in new[] { ("{}", expected), ("{\"a\":1234}", Longer(expected)), ("{}", expected) })
        {
            var sending = request.SendAsync(Encoding.UTF8.GetBytes(body), CancellationToken.None);
            connection ??= await listener.AcceptSocketAsync();
            var received = new byte[4096];
            var length = 0;
            while (length < bytes.Length && await connection.ReceiveAsync(received.AsMemory(length)) is var read and > 0)
            {
                length += read;
            }

            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            (await sending).Dispose();

            Assert.That(Encoding.UTF8.GetString(received, 0, length), Is.EqualTo(bytes));
        }

        connection!.Dispose();

        static string Longer(string head) => head.Replace("Content-Length: 2\r\n", "Content-Length: 10\r\n", StringComparison.Ordinal).Replace("\r\n\r\n{}", "\r\n\r\n{\"a\":1234}", StringComparison.Ordinal);
    }

    [TestCaseSource(nameof(Bodies))]
    public void Reads_the_answers_of_the_tool(JsonElement vector)
    {
        var adapter = Adapter(vector.GetProperty("adapter").GetString()!);
        var body = Encoding.UTF8.GetBytes(vector.GetProperty("body").GetString()!);
        var expected = vector.GetProperty("expect");

        if (!expected.GetProperty("ok").GetBoolean())
        {
            Assert.That(() => adapter.ReadBody(body), Throws.TypeOf<FormatException>());
            return;
        }

        var answer = adapter.ReadBody(body);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Output, Is.EqualTo(expected.GetProperty("output").GetString()));
            Assert.That(answer.FinishReason, Is.EqualTo(expected.GetProperty("finish_reason").GetString()));
            Assert.That(
                answer.Metadata.ToDictionary(),
                Is.EquivalentTo(expected.GetProperty("metadata").EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.GetString()!))));
            if (expected.TryGetProperty("reasoning", out var reasoning))
            {
                Assert.That(answer.Reasoning, Is.EqualTo(reasoning.GetString()));
            }
        }
    }

    [Test]
    public void Keeps_an_answer_that_is_a_video()
    {
        using var folder = new TemporaryFolder();
        byte[] video = [0, 0, 0, 24, .. "ftypmp42"u8];

        var answer = new VideoAdapter(folder.Path).ReadBody(video);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.ReadAllBytes(answer.Output!), Is.EqualTo(video));
            Assert.That(() => new VideoAdapter(null).ReadBody(video), Throws.TypeOf<FormatException>());
        }
    }

    private static List<string> Make(JsonElement vector, BenchmarkConfiguration benchmark, IEndpointAdapter adapter)
    {
        var file = vector.GetProperty("file");
        var dataset = benchmark.PerformanceDatasets.Single() with { Path = $"d{file.GetProperty("ext").GetString()}" };
        var table = new DatasetLoader().Load(Encoding.UTF8.GetBytes(file.GetProperty("text").GetString()!), dataset, adapter);
        return [.. table.Rows.Select(row => Compact(Encoding.UTF8.GetString(adapter.MakeBody(row, benchmark.Model, benchmark.Model.Streaming).Span)))];
    }

    private static DatasetTable Load(IEndpointAdapter adapter, string ext, string text, out ModelParameters model)
    {
        model = Benchmark("http://h:1", null).Model;
        return new DatasetLoader().Load(Encoding.UTF8.GetBytes(text), new DatasetConfiguration("d", true, $"d{ext}"), adapter);
    }

    private static BenchmarkConfiguration Benchmark(JsonElement vector)
    {
        var model = vector.GetProperty("model_params").EnumerateObject().Select(member => $"\"{member.Name}\": {member.Value.GetRawText()}").Prepend("\"name\": \"m\"");
        var dataset = vector.GetProperty("dataset").EnumerateObject().Select(member => $"\"{member.Name}\": {member.Value.GetRawText()}").Prepend("\"path\": \"d.jsonl\"");
        var json = $$$"""
            {"type": "online", "model_params": { {{{string.Join(", ", model)}}} }, "datasets": [ { {{{string.Join(", ", dataset)}}} } ],
             "settings": {"load_pattern": {"type": "concurrency", "target_concurrency": 1}},
             "endpoint_config": {"endpoints": ["http://h:1"], "api_type": "{{{vector.GetProperty("api_type").GetString()}}}"}}
            """;
        var reading = new BenchmarkConfigurationReader(AuditRegistry.Builtin, _ => null).Read(Encoding.UTF8.GetBytes(json));
        Assert.That(reading.Problems, Is.Empty);
        return reading.Configuration!;
    }

    private static BenchmarkConfiguration Benchmark(string endpoint, string? key)
    {
        var yaml = $"type: offline\nmodel_params: {{name: m}}\ndatasets: [{{path: d.jsonl}}]\nendpoint_config: {{endpoints: [\"{endpoint}\"]{(key is null ? "" : $", api_key: {key}")}}}\n";
        return new BenchmarkConfigurationReader(AuditRegistry.Builtin, _ => null).Read(Encoding.UTF8.GetBytes(yaml)).Configuration!;
    }

    private static IEndpointAdapter Adapter(string apiType) => apiType switch
    {
        "openai" => new ChatAdapter(),
        "openai_completions" => new CompletionsAdapter(),
        _ => new VideoAdapter(),
    };

    private static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Normal(document.RootElement);
    }

    // Order of keys counts, spelling of numbers only as far as it is the number.
    private static string Normal(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", element.EnumerateObject().Select(member => $"{member.Name}:{Normal(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", element.EnumerateArray().Select(Normal))}]",
        JsonValueKind.Number => element.GetDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        JsonValueKind.String => $"\"{element.GetString()}\"",
        _ => element.GetRawText(),
    };

    private sealed class RouteOnly(string route) : IEndpointAdapter
    {
        public string Id => "route";

        public string Route => route;

        public bool CanStream => true;

        public System.Collections.Immutable.ImmutableArray<string> Columns => [];

        public ReadOnlyMemory<byte> MakeBody(DatasetRow row, ModelParameters model, bool isStreaming) => default;

        public EndpointAnswer ReadBody(ReadOnlyMemory<byte> body) => new("");
    }
}
