using MlPerf.Endpoints.Tools;

namespace MlPerf.Endpoints.SubmissionMcp;

/// <summary><c>endpoints-submission-cli mcp</c> under the name that the reference installs.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => ToolLoop.RunProcessAsync(SubmissionCli.SubmissionCli.Tool, [.. args, "mcp"]);
}
