using System.Text.Json.Nodes;

namespace MlPerf.Endpoints.SubmissionCli.Mcp;

/// <summary>A tool's parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its type.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Values">The texts that are accepted; null for any.</param>
internal sealed record McpParameter(string Name, McpParameterKind Kind, bool IsRequired = false, string[]? Values = null)
{
    /// <summary>The parameter as JSON Schema.</summary>
    public JsonObject Schema() => Kind switch
    {
        McpParameterKind.Flag => new JsonObject { ["type"] = "boolean", ["default"] = false },
        McpParameterKind.List => TextList(),
        McpParameterKind.NullableText => new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "null" }), ["default"] = null },
        McpParameterKind.NullableList => new JsonObject { ["anyOf"] = new JsonArray(TextList(), new JsonObject { ["type"] = "null" }), ["default"] = null },
        _ when Values is not null => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Values.Select(value => (JsonNode)value)]) },
        _ => new JsonObject { ["type"] = "string" },
    };

    private static JsonObject TextList() => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } };
}
