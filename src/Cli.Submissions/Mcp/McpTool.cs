using System.Text.Json.Nodes;

namespace MlPerf.Endpoints.SubmissionCli.Mcp;

/// <summary>One tool: what it is called, what it takes, and the command that it runs.</summary>
internal sealed record McpTool
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    public IReadOnlyList<McpParameter> Parameters { get; init; } = [];

    public bool IsReadOnly { get; init; }

    public bool? IsDestructive { get; init; }

    public bool? IsIdempotent { get; init; }

    public bool IsOpenWorld { get; init; }

    /// <summary>The command line.</summary>
    public required Func<McpArguments, IEnumerable<string>> Command { get; init; }

    /// <summary>Whether standard output is a JSON document to be handed on.</summary>
    public Func<McpArguments, bool> GivesJson { get; init; } = _ => false;

    /// <summary>Whether the result is structured, and described by an output schema.</summary>
    public bool IsStructured { get; init; } = true;

    /// <summary>Whether exit code 1 is a result rather than a failure.</summary>
    public bool MayFind { get; init; }

    public JsonObject InputSchema()
    {
        var properties = new JsonObject();
        foreach (var parameter in Parameters)
        {
            properties[parameter.Name] = parameter.Schema();
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        var required = Parameters.Where(parameter => parameter.IsRequired).Select(parameter => (JsonNode)parameter.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }
}
