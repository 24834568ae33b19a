namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>The tool as it was built beside the tests.</summary>
internal static class Tool
{
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "submission-checker.dll");
}
