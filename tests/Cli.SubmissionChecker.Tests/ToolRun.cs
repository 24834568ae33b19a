using System.Diagnostics;

namespace MlPerf.Endpoints.SubmissionChecker.Tests;

/// <summary>One run of the tool in a process of its own, in the repository's root.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static string Root { get; } = FindRoot();

    public static ToolRun Of(params string[] arguments) => With([], arguments);

    public static ToolRun With((string Name, string Value)[] environment, params string[] arguments) => Start(environment, ["dotnet", Tool, .. arguments]);

    /// <summary>Runs a script of the shell in which <c>"$@"</c> is the tool with its arguments.</summary>
    public static ToolRun InShell(string script, params string[] arguments) => Start([], ["sh", "-c", script, "sh", "dotnet", Tool, .. arguments]);

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "submission-checker.dll");

    private static ToolRun Start((string Name, string Value)[] environment, string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "COLUMNS", "NO_COLOR", "MLPERF_ENDPOINTS_SEED_SETS", "MLPERF_ENDPOINTS_APPROVED_DRAFTERS" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output.GetAwaiter().GetResult(), error);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MlPerf.Endpoints.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder;
    }
}
