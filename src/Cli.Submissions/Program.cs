namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>Entry point of the tool.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => ToolLoop.RunProcessAsync(SubmissionCli.Tool, args);
}
