namespace MlPerf.Endpoints.SubmissionCli.Mcp;

/// <summary>Type of a tool's parameter.</summary>
internal enum McpParameterKind
{
    Text,
    NullableText,
    Flag,
    List,
    NullableList,
}
