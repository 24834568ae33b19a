using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MlPerf.Endpoints.SubmissionCli.Mcp;

/// <summary>Serves the commands as tools: each call runs the command in this process, with no input and no terminal.</summary>
/// <param name="host">The surroundings.</param>
/// <param name="isReference">Whether results have the reference's form.</param>
internal sealed class McpToolServer(ToolHost host, bool isReference) : IDisposable
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(900);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    private IReadOnlyList<McpTool> Tools => isReference ? McpTools.Reference : [.. McpTools.Reference, Check, Explain];

    private static McpTool Check { get; } = McpTools.Reference[0] with { Name = "check", Description = "The same as check_submission." };

    private static McpTool Explain { get; } = new()
    {
        Name = "explain",
        Description = "Shows what a rule of the checker demands, why, and how to mend what it finds. Changes nothing.",
        Parameters = [new("rule", McpParameterKind.Text, IsRequired: true)],
        IsReadOnly = true,
        Command = _ => [],
    };

    public async Task RunAsync(CancellationToken cancellation)
    {
        var options = Options();
        var streams = host.OpenStreams?.Invoke();
        ITransport transport = streams is var (input, output) ? new StreamServerTransport(input, output, SubmissionCli.Name) : new StdioServerTransport(options);
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, options);
            await using (server.ConfigureAwait(false))
            {
                await server.RunAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private McpServerOptions Options() => new()
    {
        ServerInfo = new Implementation { Name = SubmissionCli.Name, Version = SubmissionCli.Version },
        ServerInstructions = "Registers MLPerf Endpoints benchmark runs, assembles, checks and submits submissions. Tools that change something need the user's consent first; withdrawing and deleting are final. The API key is in the server's environment (PRISM_USER_API_TOKEN) and never in a call.",
        Capabilities = new ServerCapabilities
        {
            Tools = new ToolsCapability { ListChanged = false },
            Resources = new ResourcesCapability { ListChanged = false, Subscribe = false },
            Prompts = new PromptsCapability { ListChanged = false },
        },
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. Tools.Select(Describe)] }),
            ListResourcesHandler = (_, _) => ValueTask.FromResult(new ListResourcesResult()),
            ListPromptsHandler = (_, _) => ValueTask.FromResult(new ListPromptsResult()),
            CallToolHandler = async (context, cancellation) => await CallAsync(context.Params, cancellation).ConfigureAwait(false),
        },
    };

    private static Tool Describe(McpTool tool) => new()
    {
        Name = tool.Name,
        Description = tool.Description,
        InputSchema = Element(tool.InputSchema()),
        OutputSchema = tool.IsStructured ? Element(new JsonObject { ["type"] = "object", ["additionalProperties"] = true }) : null,
        Annotations = new ToolAnnotations { ReadOnlyHint = tool.IsReadOnly, DestructiveHint = tool.IsDestructive, IdempotentHint = tool.IsIdempotent, OpenWorldHint = tool.IsOpenWorld },
    };

    private async Task<CallToolResult> CallAsync(CallToolRequestParams? call, CancellationToken cancellation)
    {
        if (Tools.FirstOrDefault(tool => string.Equals(tool.Name, call?.Name, StringComparison.Ordinal)) is not { } tool)
        {
            return Failure($"There is no tool '{call?.Name}'.");
        }

        try
        {
            var arguments = new McpArguments(tool, call!.Arguments);
            return tool == Explain ? Text(RuleTools.Explain(arguments.Text("rule")!)) : await RunAsync(tool, arguments, cancellation).ConfigureAwait(false);
        }
        catch (UsageException wrong)
        {
            return Failure(wrong.Message);
        }
    }

    private async Task<CallToolResult> RunAsync(McpTool tool, McpArguments arguments, CancellationToken cancellation)
    {
        var givesJson = tool.GivesJson(arguments);
        string[] prefix = isReference ? ["--reference-behaviour"] : [];
        string[] suffix = isReference || givesJson ? [] : ["--json"];
        var command = tool.Command(arguments).ToArray();
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(CallLimit);
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        int exit;
        try
        {
            var surroundings = host with { Output = output, Error = error, Input = TextReader.Null, IsInteractive = false, IsOutputTerminal = false, IsErrorTerminal = false };
            exit = await SubmissionCli.RunAsync([.. prefix, .. command, .. suffix], surroundings, limit.Token).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }

        var text = $"{output}{error}".Trim();
        if (exit != SubmissionExitCodes.Done && !(tool.MayFind && exit == SubmissionExitCodes.Failure && output.ToString().StartsWith('{')))
        {
            return Failure(text);
        }

        return givesJson || !isReference ? Json(tool, output.ToString()) : Json(tool, new JsonObject { ["output"] = text }.ToJsonString());
    }

    /// <summary>A document as text items, a list as one item an element; structured content where the tool promises it.</summary>
    private static CallToolResult Json(McpTool tool, string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        var root = document.RootElement.Clone();
        return new CallToolResult
        {
            Content = root.ValueKind is JsonValueKind.Array
                ? [.. root.EnumerateArray().Select(item => new TextContentBlock { Text = item.GetRawText() })]
                : [new TextContentBlock { Text = root.GetRawText() }],
            StructuredContent = tool.IsStructured ? root : null,
            IsError = false,
        };
    }

    private static CallToolResult Text(string text) => new()
    {
        Content = [new TextContentBlock { Text = text }],
        StructuredContent = Element(new JsonObject { ["page"] = text }),
        IsError = false,
    };

    private static CallToolResult Failure(string text) => new() { Content = [new TextContentBlock { Text = text }], IsError = true };

    private static JsonElement Element(JsonObject node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }
}
