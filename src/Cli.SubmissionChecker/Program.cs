namespace MlPerf.Endpoints.SubmissionChecker;

/// <summary>Entry point of the tool.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => ToolLoop.RunProcessAsync(CheckerTool.Instance, args);
}
